"""Tables and charts in; what people open out.

Takes the tables and the charts. Gives evidence tables with links, the overview, the figures with their citations, and
the generated parts of README. Public: `evidence`, `overview`, `publish`, `citation`.
"""
