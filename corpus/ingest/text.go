// Package ingest turns foreign bytes into documents.
//
// It is the one place where a text may be changed: what comes out is clean as [corpus.NewDocument] wants it, and
// every change, loss and guess on the way is told in a sentence for a person. Offsets are exact from here on, so
// nothing is changed that does not have to be: no Unicode normalisation, no trimming, no rewrapping.
//
// It reads plain text and Markdown, whose marks stay in the text as they are. It knows UTF-8 and
// UTF-16 with a byte order mark; any other encoding is found by package charset and chosen by a person before.
package ingest

import (
	"errors"
	"fmt"
	"strings"

	"spanwise/corpus"
	"spanwise/corpus/ingest/charset"
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
	Damage  int  // how many characters of it are U+FFFD, in the place of what was lost

	kinds []kind // of Changes
}

// Text reads the bytes of a .txt or .md file. It removes a byte order mark, decodes UTF-16 that has one, ends lines in
// LF, and takes details from front matter ([corpus.FrontMatter]), whose title is then the first line of the text, its
// headline, or else a title from the first short line, which then is the headline, or from the name. It refuses what is
// empty, too large or not text, and what is in another encoding, with an error that starts with the name.
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
	var r Result
	err := checkSize(len(data))
	text := ""
	if err == nil {
		text, err = r.decode(data)
	}
	if err == nil {
		err = r.read(name, text, typed, false)
	}
	return r.named(name, err)
}

// Decoded is Text for a text that was decoded from the encoding of that label (package charset), which a person chose.
// What was no character in it is U+FFFD.
func Decoded(name, text, label string) (Result, error) {
	var r Result
	r.alter(decoded, "The text was decoded from %s, chosen by hand.", charset.Name(label))
	err := checkSize(len(text))
	if err == nil {
		err = r.read(name, text, Typed{Headed: true}, true)
	}
	return r.named(name, err)
}

// named gives the result with the name of the file that it came from, which an error starts with.
func (r *Result) named(name string, err error) (Result, error) {
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", callIt(name), err)
	}
	r.Details.File, r.Details.Changes = name, strings.Join(r.altered(), " ")
	return *r, nil
}

func callIt(name string) string {
	if name == "" {
		return "pasted text"
	}
	return name
}

func checkSize(size int) error {
	if size > MaxBytes {
		return fmt.Errorf("its %d bytes are more than the %d MiB that can be opened", size, MaxBytes>>20)
	}
	return nil
}

// read makes the text clean and takes what it says about itself, under what was typed about it; chosen says that a
// person chose its encoding.
func (r *Result) read(name, text string, typed Typed, chosen bool) error {
	if err := checkText(text); err != nil {
		return err
	}
	r.Text = r.endLines(r.dropMarks(text))
	r.tellDamage(chosen)
	matter := r.takeMatter()
	if strings.TrimSpace(r.Text) == "" {
		return errors.New("there is no text in it")
	}
	matter.Details = typed.Over(matter.Details)
	r.takeDetails(matter, name, typed.Headed)
	return nil
}

// takeMatter takes front matter out of the text. What only looks like front matter (that of another program, say) stays
// in the text: leaving it there loses nothing.
func (r *Result) takeMatter() corpus.Matter {
	matter, body, found, err := corpus.FrontMatter(r.Text)
	switch {
	case err != nil:
		r.note(leftMatter, "What looks like details at the start was left in the text (%v).", err)
	case found:
		r.note(frontMatter, "The details at the start (front matter) were read; they are not part of the text.")
		r.Text = r.dropMarks(body)
	}
	return matter
}
