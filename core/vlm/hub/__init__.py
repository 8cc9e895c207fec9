"""The models that can be had: what is known of each, where its files come from, and the cache they are kept in."""
