"""A document in, facts with their exact spans out; nothing else.

Its rooms stand on each other, and `lint-imports` keeps them so: `text` (words and sentences), `periods`,
`figures` (amounts, rates and what they measure), `names` (people and bodies), `deeds` (measures, who did
what, what is credited with what); `read` joins them, and `files` reads articles from files, many at once.
"""
