package ui

import "spanwise/app/ui/keyboard"

// commands are what is said of the article.
func (r *aboutRoom) commands() []command {
	return []command{
		set(doneCommand, "call the article done, or open it again", keyboard.Anywhere, always(r.turnDone), "f"),
		set("tags", "the article’s tags", keyboard.Anywhere, ifAny(r.unfoldTags), "t"),
	}
}
