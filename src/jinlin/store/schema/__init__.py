"""The numbered SQL scripts; each brings a database from one version to the next."""
