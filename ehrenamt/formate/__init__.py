"""How are dates written? Only where Django's own formats of a language are not what people here expect."""
