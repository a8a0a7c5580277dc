"""A user's own articles: added, taken out and reviewed, each time whole or not at all.

The same from a notebook as from the command line:

    from policygraph.newsroom.add import add_articles
    from policygraph.reader.files.inputs import documents_in

    done = add_articles(documents_in([Path("article.html")]))
    done.diff.contradicted   # findings of the audit on the new facts, the gravest first
    policygraph.open()       # has the article's facts, each with its passage
"""
