"""The hub: from data to pages, without MkDocs. Start reading at `pipeline`."""
