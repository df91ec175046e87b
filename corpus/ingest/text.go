// Package ingest turns foreign bytes into documents.
//
// It is the one place where a text may be changed: what comes out is clean as [corpus.NewDocument] wants it, and
// every change, loss and guess on the way is told in a sentence for a person. Offsets are exact from here on, so
// nothing is changed that does not have to be: no Unicode normalisation, no trimming, no rewrapping.
//
// It reads plain text and Markdown, whose marks stay in the text as they are. It does not guess at encodings other
// than UTF-8 and UTF-16 with a byte order mark.
package ingest

import (
	"errors"
	"fmt"
	"strings"

	"spanwise/corpus"
)

// MaxBytes is the largest text that is read, in bytes (5 MiB): some hundred and fifty times a long article, and as
// much as a page can lay out in one piece and stay quick under the hand.
const MaxBytes = 5 << 20

// Result is one document out of foreign bytes. Text is clean; Changes are sentences that say, in the order of the
// work, what was altered, left out or guessed.
type Result struct {
	Details corpus.Details
	Text    string
	Changes []string
	Altered bool // the text is not, character for character, what the bytes held, a headline that was put before it aside
}

// Text reads the bytes of a .txt or .md file. It removes a byte order mark,
// decodes UTF-16 that has one, ends lines in LF, replaces what is not valid by U+FFFD, and takes details from front
// matter ([corpus.FrontMatter]), whose title is then the first line of the text, its headline, or else a title from
// the first short line, which then is the headline, or from the name. It refuses what is empty, too large or not text,
// with an error that starts with the name.
func Text(name string, data []byte) (Result, error) {
	return text(name, data, Typed{Headed: true})
}

// Typed is what a person has typed of a text that they paste.
type Typed struct {
	corpus.Details // goes before what the text says about itself
	// Headed has the title be the headline, which is the first line of the text. A title that is not is a name for the
	// text, and no part of it.
	Headed bool
}

// Pasted is Text for pasted text.
func Pasted(data string, typed Typed) (Result, error) { return text("", []byte(data), typed) }

func text(name string, data []byte, typed Typed) (Result, error) {
	result, err := read(name, data, typed)
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", callIt(name), err)
	}
	return result, nil
}

func callIt(name string) string {
	if name == "" {
		return "pasted text"
	}
	return name
}

func read(name string, data []byte, typed Typed) (Result, error) {
	if len(data) > MaxBytes {
		return Result{}, fmt.Errorf("its %d bytes are more than the %d MiB that can be opened", len(data), MaxBytes>>20)
	}
	var r Result
	raw, unit := r.decode(data)
	if err := checkText(raw); err != nil {
		return Result{}, err
	}
	r.Text = r.repair(r.endLines(r.dropMarks(raw)), unit)
	matter := r.takeMatter()
	if strings.TrimSpace(r.Text) == "" {
		return Result{}, errors.New("there is no text in it")
	}
	matter.Details = typed.Over(matter.Details)
	r.takeDetails(matter, name, typed.Headed)
	return r, nil
}

func (r *Result) say(format string, args ...any) {
	r.Changes = append(r.Changes, fmt.Sprintf(format, args...))
}

// alter says what of the text itself was changed.
func (r *Result) alter(format string, args ...any) {
	r.Altered = true
	r.say(format, args...)
}

// takeMatter takes front matter out of the text. What only looks like front matter (that of another program, say) stays
// in the text: leaving it there loses nothing.
func (r *Result) takeMatter() corpus.Matter {
	matter, body, found, err := corpus.FrontMatter(r.Text)
	switch {
	case err != nil:
		r.say("What looks like details at the start was left in the text (%v).", err)
	case found:
		r.say("The details at the start (front matter) were read; they are not part of the text.")
		r.Text = r.dropMarks(body)
	}
	return matter
}
