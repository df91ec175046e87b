package monkey

import "strings"

// files draws files that arrive: one, or several at once.
func (d dice) files() Event {
	if d.IntN(5) == 0 {
		return Event{Kind: Paste, What: one(d, FileNames()...)}
	}
	names := []string{one(d, FileNames()...)}
	for d.IntN(4) == 0 {
		names = append(names, one(d, FileNames()...))
	}
	return Event{Kind: Files, What: strings.Join(names, ","), By: one(d, "drop", "drop", "open", "import"), At: d.spot(one(d, InWindow, InText))}
}

// surroundings draws what a person does to the window and the machine.
func (d dice) surroundings() Event {
	return d.among([]face{
		{12, func(d dice) Event { return Event{Kind: Reload, By: one(d, "", "", "", "off-line")} }},
		{12, func(d dice) Event { return Event{Kind: Tab, Times: d.IntN(3)} }},
		{4, func(dice) Event { return Event{Kind: CloseTab} }},
		{30, func(d dice) Event { return Event{Kind: Resize, Times: 390 + d.IntN(1051)} }},
		{15, func(d dice) Event {
			return Event{Kind: Look, What: one(d, "light", "dark", "forced", "print", "still")}
		}},
		{10, func(d dice) Event { return Event{Kind: Network, What: one(d, "on", "off")} }},
		{8, func(d dice) Event { return Event{Kind: Fault, By: one(d, "closed", "closed", "aborted")} }},
	})
}

// meddling draws what translators and extensions do to the page.
func (d dice) meddling() Event {
	return Event{
		Kind: Meddle, At: d.spot(one(d, InText, InText, OnNode)),
		By: one(d, "translate", "translate", "translate rudely", "restore", "wrap", "wrap twice", "insert", "split", "join", "append", "remove"),
	}
}
