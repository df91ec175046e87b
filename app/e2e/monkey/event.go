// Package monkey is a random person at the page. What they do is drawn from a
// seed and is data: a list of events, each with all that is needed to do it again.
// So a run that fails can be repeated, and cut down to the few events that matter.
//
// The person stays for a sitting of some hundred events on a profile of their
// own, and is followed by the next, whose seed is higher by one. The tests of this
// package put them in front of the page in a browser:
//
//	make monkey SEED=7 EVENTS=1000
//
// This package knows neither the page nor a browser, and so what it decides is
// tested without them.
package monkey

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Kind says what a person does.
type Kind string

// What a person does, and what may befall the page meanwhile.
const (
	Click     Kind = "click"     // By points At something, Times over
	Drag      Kind = "drag"      // By points from At to To
	Down      Kind = "press"     // the pointer goes down and stays there
	Up        Kind = "let go"    // it comes up, wherever it went down
	LongPress Kind = "hold"      // a finger rests At the text until what reaches To is selected
	Hover     Kind = "hover"     // the mouse moves
	Wheel     Kind = "scroll"    // by Share of a window
	Mark      Kind = "mark"      // what lies from At to To is selected, and the key What pressed
	Key       Kind = "key"       // What at the place Code of the keyboard
	Type      Kind = "type"      // the text What
	Compose   Kind = "compose"   // the text What, with an input method
	Select    Kind = "select"    // a script selects from At to To
	Files     Kind = "files"     // the files named in What arrive By some way
	Paste     Kind = "paste"     // the text of the file What
	Reload    Kind = "reload"    // the page is loaded anew
	Tab       Kind = "tab"       // the person goes to the tab number Times, a new one if need be
	CloseTab  Kind = "close tab" // all but the first can be closed
	Resize    Kind = "resize"    // to Times pixels
	Look      Kind = "look"      // the system asks for What
	Meddle    Kind = "meddle"    // somebody else changes what is drawn, By some way, around At
	Network   Kind = "network"   // What: on or off
	Fault     Kind = "fault"     // the database fails By some way
	Wait      Kind = "wait"      // for Times milliseconds
	Rest      Kind = "rest"      // until all is saved; what is drawn and exported is looked at
	Audit     Kind = "audit"     // and the export is held to what the journal replays
)

// Event is one thing that a person does. What its Kind does not name is empty.
type Event struct {
	Kind  Kind      `json:"kind"`
	By    string    `json:"by,omitempty"`
	At    Spot      `json:"at,omitzero"`
	To    Spot      `json:"to,omitzero"`
	What  string    `json:"what,omitempty"`
	Code  string    `json:"code,omitempty"`
	Held  Modifiers `json:"held,omitempty"`
	Times int       `json:"times,omitempty"`
	Share float64   `json:"share,omitempty"`
}

// Spot is a place on the page relative to what is there: X says which of the
// things of a kind it is, or how far on in the text, as a share from 0 to 1; Y is
// the side of a letter, or how far down the window.
type Spot struct {
	On string  `json:"on"`
	X  float64 `json:"x"`
	Y  float64 `json:"y,omitempty"`
}

// What a Spot may be on.
const (
	InWindow = "window" // anywhere in the window
	InText   = "text"   // a letter of the open article
	OnButton = "button" // something that can be pressed
	OnField  = "field"  // something that can be filled in
	OnMark   = "mark"   // a marked piece of the text
	OnNode   = "node"   // any text on the page
)

// Modifiers are the keys that are held, as the browser's protocol counts them.
type Modifiers int64

// The keys that are held.
const (
	Alt   Modifiers = 1
	Ctrl  Modifiers = 2
	Meta  Modifiers = 4
	Shift Modifiers = 8
)

var modifierNames = []struct {
	bit  Modifiers
	name string
}{{Ctrl, "Ctrl"}, {Alt, "Alt"}, {Meta, "Meta"}, {Shift, "Shift"}}

// String names the keys: "Ctrl+Shift".
func (m Modifiers) String() string {
	var names []string
	for _, n := range modifierNames {
		if m&n.bit != 0 {
			names = append(names, n.name)
		}
	}
	return strings.Join(names, "+")
}

// String says where it is.
func (s Spot) String() string {
	switch s.On {
	case InWindow:
		return fmt.Sprintf("%.4g, %.4g of the window", s.X, s.Y)
	case InText:
		return fmt.Sprintf("%.4g of the text", s.X)
	}
	return fmt.Sprintf("the %s at %.4g", s.On, s.X)
}

// String is the event as a person reads it.
func (e Event) String() string {
	parts := []string{string(e.Kind)}
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if e.What != "" {
		add("%q", e.What)
	}
	if e.Code != "" {
		add("(%s)", e.Code)
	}
	switch {
	case e.At != Spot{} && e.To != Spot{}:
		add("from %v to %v", e.At, e.To)
	case e.At != Spot{}:
		add("at %v", e.At)
	}
	if e.By != "" {
		add("by %s", e.By)
	}
	if e.Times != 0 {
		add("(%d)", e.Times)
	}
	if e.Share != 0 {
		add("(%.4g)", e.Share)
	}
	if e.Held != 0 {
		add("holding %v", e.Held)
	}
	return strings.Join(parts, " ")
}

// Encode writes a list of events, one a line, so that it can be kept and played
// again.
func Encode(events []Event) []byte {
	var b strings.Builder
	for _, e := range events {
		line, err := json.Marshal(e)
		if err != nil {
			panic(err) // no field of an Event can fail
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// Decode reads what Encode wrote.
func Decode(data []byte) ([]Event, error) {
	var events []Event
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		var e Event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			return nil, fmt.Errorf("line %d is no event: %w", i+1, err)
		}
		events = append(events, e)
	}
	return events, nil
}
