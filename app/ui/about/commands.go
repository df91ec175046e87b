package about

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// commands are what is said of the article.
func (r *Room) commands() []kit.Command {
	return []kit.Command{
		kit.NewCommand(kit.DoneCommand, "call the article done, or open it again", keyboard.Anywhere, kit.Always(r.turnDone), "f"),
		kit.NewCommand("tags", "the article’s tags", keyboard.Anywhere, kit.IfAny(r.unfoldTags), "t"),
	}
}
