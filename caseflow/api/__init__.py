"""The JSON door: the same rules, queries and actions as the pages, under /api/v1, described in OpenAPI."""
