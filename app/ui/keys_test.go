package ui

import (
	"testing"

	"spanwise/annotations"
)

func TestEveryKeyDoesWhatTheHelpSays(t *testing.T) {
	scheme := annotations.DefaultScheme()
	for _, c := range []struct {
		stroke stroke
		inText bool
		want   command
		why    string
	}{
		{stroke{Key: "z", Command: true}, false, undoCommand, "Ctrl+Z"},
		{stroke{Key: "Z", Command: true, Shift: true}, false, redoCommand, "Ctrl+Shift+Z"},
		{stroke{Key: "z", Command: true, Shift: true}, false, redoCommand, "⌘+Shift+Z, which a Mac sends in small"},
		{stroke{Key: "y", Command: true}, true, redoCommand, "Ctrl+Y"},
		{stroke{Key: "1", Command: true}, true, noCommand, "Ctrl+1 is the browser's"},
		{stroke{Key: "c", Command: true}, true, noCommand, "copying is the browser's"},
		{stroke{Key: "a", Command: true}, true, allCommand, "Ctrl+A selects the text"},
		{stroke{Key: "a", Command: true}, false, noCommand, "elsewhere Ctrl+A is the browser's"},
		{stroke{Key: "1"}, true, labelCommand, "a label's key in the text"},
		{stroke{Key: "4"}, false, labelCommand, "a label's key anywhere"},
		{stroke{Key: "5"}, false, noCommand, "no label has this key"},
		{stroke{Key: "1", Alt: true}, false, noCommand, "Alt+1 is the browser's"},
		{stroke{Key: "ArrowRight"}, true, wordCommand, "walking through the text"},
		{stroke{Key: "ArrowRight"}, false, noCommand, "elsewhere arrows scroll"},
		{stroke{Key: "ArrowLeft", Shift: true}, true, wordCommand, "extending"},
		{stroke{Key: "ArrowLeft", Shift: true, Alt: true}, true, charCommand, "one character"},
		{stroke{Key: "ArrowLeft", Alt: true}, true, noCommand, "Alt+Left goes back in the browser"},
		{stroke{Key: "ArrowDown"}, true, lineCommand, "a line down"},
		{stroke{Key: "+", Shift: true}, true, shapeCommand, "adding the selection to a span"},
		{stroke{Key: "+", Command: true}, true, noCommand, "Ctrl and + make the page larger"},
		{stroke{Key: "["}, false, shapeCommand, "an edge of the chosen span, wherever the keyboard is"},
		{stroke{Key: "]", Alt: true}, false, shapeCommand, "the same on a Mac's German keyboard"},
		{stroke{Key: "r"}, false, relateCommand, "relating the chosen span"},
		{stroke{Key: ">", Shift: true}, true, relateCommand, "the same where a label has the letter"},
		{stroke{Key: "r", Command: true}, true, noCommand, "Ctrl+R loads the page anew"},
		{stroke{Key: "f"}, true, aboutCommand, "calling the article done"},
		{stroke{Key: "t"}, false, aboutCommand, "its tags, wherever the keyboard is"},
		{stroke{Key: "c"}, false, aboutCommand, "comparing"},
		{stroke{Key: "c", Command: true}, true, noCommand, "copying is the browser's"},
		{stroke{Key: "Enter"}, true, chooseCommand, "choosing a span"},
		{stroke{Key: "Enter"}, false, noCommand, "Enter presses buttons"},
		{stroke{Key: "a"}, true, detailsCommand, "the span's attributes"},
		{stroke{Key: "e"}, false, detailsCommand, "its entry"},
		{stroke{Key: "d"}, true, detailsCommand, "its words as a date"},
		{stroke{Key: "n"}, false, detailsCommand, "the next to do"},
		{stroke{Key: "a", Alt: true}, false, noCommand, "Alt+A is the browser's"},
		{stroke{Key: "Escape"}, true, cancelCommand, "letting go"},
		{stroke{Key: "Delete"}, false, deleteCommand, "deleting"},
		{stroke{Key: "Backspace"}, false, deleteCommand, "deleting, on keyboards without Delete"},
	} {
		if got := commandOf(c.stroke, scheme, c.inText); got != c.want {
			t.Errorf("%+v (in text: %v) is %q, want %q: %s", c.stroke, c.inText, got, c.want, c.why)
		}
	}
}
