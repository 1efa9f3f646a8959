"""What organisations ask each other: to let an entry travel, and for information; and the room of who is linked."""
