"""The page in a real browser; a package, so that its conftest.py is not the one of tests/."""
