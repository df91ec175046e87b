package monkey

// pointing draws what a hand does.
func (d dice) pointing() Event {
	return d.among([]face{
		{120, dice.click},
		{60, dice.drag},
		{6, func(d dice) Event { return Event{Kind: Down, By: d.pointer(), At: d.anywhere()} }},
		{10, func(dice) Event { return Event{Kind: Up} }},
		{12, dice.longPress},
		{12, func(d dice) Event { return Event{Kind: Hover, At: d.anywhere()} }},
		{16, func(d dice) Event { return Event{Kind: Wheel, At: d.spot(InWindow), Share: d.share() - 0.5} }},
	})
}

// pointer is what a hand holds.
func (d dice) pointer() string { return one(d, "mouse", "mouse", "mouse", "touch", "pen") }

func (d dice) click() Event {
	return Event{Kind: Click, By: d.pointer(), At: d.anywhere(), Times: one(d, 1, 1, 1, 1, 1, 2, 3), Held: d.held()}
}

// drag is mostly over text, and may end anywhere.
func (d dice) drag() Event {
	from := d.spot(InText)
	to := d.near(from)
	if d.IntN(6) == 0 {
		from = d.anywhere()
	}
	if d.IntN(4) == 0 {
		to = d.anywhere()
	}
	return Event{Kind: Drag, By: d.pointer(), At: from, To: to, Held: d.held()}
}

func (d dice) longPress() Event {
	at := d.spot(InText)
	return Event{Kind: LongPress, At: at, To: d.near(at)}
}

// marking draws a piece of the text that is selected and given a label.
func (d dice) marking() Event {
	at := d.spot(InText)
	return Event{Kind: Mark, At: at, To: d.near(at), By: one(d, "mouse", "mouse", "pen", "touch", "script", "script"), What: one(d, "1", "2", "3", "4")}
}

// selecting draws a selection that a script sets: between any two texts of the
// page, of an element's children, or none.
func (d dice) selecting() Event {
	from, to := d.spot(InText), d.spot(one(d, InText, OnNode))
	if d.IntN(2) == 0 {
		to = d.near(from)
	}
	if d.IntN(4) == 0 {
		from = d.spot(OnNode)
	}
	return Event{Kind: Select, At: from, To: to, By: one(d, "texts", "texts", "texts", "children", "word", "sentence", "all", "nothing", "caret")}
}
