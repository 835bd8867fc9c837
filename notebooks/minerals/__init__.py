"""From seed documents to anchored tables and charts: seeds, anchors, mentions, claims, tables, charts."""
