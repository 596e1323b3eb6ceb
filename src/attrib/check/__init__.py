"""Draft checks: what an editor should look at before a text is published.

Rules in `rules/en/checks/` say what is looked for, and why; `kinds` holds the mechanisms and
`running` applies the one to the other. Nothing is imported here: the package of attrib imports
this one for its name alone.
"""
