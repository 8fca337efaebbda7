print("lavoir")
