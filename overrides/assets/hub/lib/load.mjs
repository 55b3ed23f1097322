// @ts-check

/**
 * JSON of this site.
 *
 * @param {string} address
 */
export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.json();
}
