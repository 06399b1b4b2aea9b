"""Function fit: from the words and traits of a task to a verdict on whose work it is."""
