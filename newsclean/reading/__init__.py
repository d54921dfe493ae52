"""Reading: a source becomes a `Document`, its blocks column by column."""
