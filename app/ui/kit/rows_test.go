package kit

import (
	"testing"

	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
)

// seen is the measures of a list that shows ten rows of 50 pixels, scrolled to
// a row, in a window that would hold twenty.
func seen(row float64) browser.RowMeasures {
	return browser.RowMeasures{Top: row * 50, Height: 500, Row: 50, Window: 1000}
}

func TestAListDrawsTheRowsInViewAndSpareOnes(t *testing.T) {
	const length = 5000
	r := rows{drawn: rowsAtFirst}
	r.fit(seen(0))
	if want := 20 + 2*spareRows; r.drawn != want {
		t.Fatalf("%d rows are drawn, want %d", r.drawn, want)
	}
	for _, top := range []float64{0, 3, 15.5, 16, 40, 41, 2500, 4988.2, 4990, 4000, 10, 0} {
		r.follow(seen(top), length)
		if from, to := int(top), int(top)+10; !r.has(from, length) || !r.has(min(to, length-1), length) {
			t.Errorf("scrolled to row %v, rows %d to %d are drawn", top, r.First, r.last(length))
		}
		if r.last(length)-r.First != r.drawn {
			t.Errorf("scrolled to row %v, %d rows are drawn, want %d", top, r.last(length)-r.First, r.drawn)
		}
	}
}

func TestAShortScrollDrawsNoOtherRows(t *testing.T) {
	r := rows{drawn: rowsAtFirst}
	r.follow(seen(100), 5000)
	before := r
	if r.follow(seen(102), 5000) || r != before {
		t.Errorf("two rows of scrolling moved %v to %v", before, r)
	}
	if !r.follow(seen(100+float64(r.drawn)), 5000) {
		t.Errorf("scrolling past %v drew no other rows", before)
	}
}

func TestAHiddenListStaysAsItIs(t *testing.T) {
	r := rows{First: 7, drawn: 20}
	r.fit(browser.RowMeasures{Window: 1000})
	if r.follow(browser.RowMeasures{}, 5000) || r != (rows{First: 7, drawn: 20}) {
		t.Errorf("a list without measures became %v", r)
	}
}

func TestAListKeepsToItsLength(t *testing.T) {
	r := rows{First: 4960, drawn: 40}
	r.stay(100)
	if r.First != 60 || r.last(100) != 100 {
		t.Errorf("of 100 rows %d to %d are drawn", r.First, r.last(100))
	}
	r.stay(12)
	if r.First != 0 || r.last(12) != 12 || r.long(12) {
		t.Errorf("of 12 rows %d to %d are drawn", r.First, r.last(12))
	}
}

func TestARowIsReachedWithoutNeed(t *testing.T) {
	r := rows{First: 100, drawn: 40}
	if r.Reach(139, 5000); r.First != 100 {
		t.Errorf("reaching a drawn row moved the first to %d", r.First)
	}
	if r.Reach(140, 5000); r.First != 120 {
		t.Errorf("reaching the next row moved the first to %d, want 120", r.First)
	}
}

func TestKeysLeadFromRowToRow(t *testing.T) {
	for _, c := range []struct {
		key  keyboard.Name
		from int
		to   int
		ok   bool
	}{
		{"ArrowDown", 0, 1, true},
		{"ArrowDown", 9, 10, false},
		{"ArrowUp", 0, -1, false},
		{"ArrowUp", 9, 8, true},
		{"Home", 7, 0, true},
		{"End", 7, 9, true},
		{"a", 7, 7, false},
	} {
		if to, ok := RowAfter(c.key, c.from, 10); to != c.to || ok != c.ok {
			t.Errorf("%s from %d: %d, %v, want %d, %v", c.key, c.from, to, ok, c.to, c.ok)
		}
	}
}

func TestTheRowWithTheKeyboardIsNeverTheLastDrawn(t *testing.T) {
	const length = 5000
	r := rows{drawn: 30}
	for index := range length {
		r.surround(index, length)
		if next := min(index+1, length-1); !r.has(index, length) || !r.has(next, length) || !r.has(max(0, index-1), length) {
			t.Fatalf("with the keyboard on row %d, rows %d to %d are drawn", index, r.First, r.last(length))
		}
	}
}
