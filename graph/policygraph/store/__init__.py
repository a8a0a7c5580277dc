"""Where the dataset is kept and asked."""
