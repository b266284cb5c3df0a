"""The examination of content, each rule with content that breaks it."""
