"""What puts the page on a server; see README.md here."""
