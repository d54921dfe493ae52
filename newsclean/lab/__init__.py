"""The lab: corpora, renderings, training, evaluation and rivals. Needs the extra `lab`; nothing else imports it."""
