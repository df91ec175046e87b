package anchor

import (
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/corpus"
)

// Pair is a document that is there in two versions.
type Pair struct {
	Here, File *corpus.Document
	change     *Change // of the file's into the one that is here
}

// Compare looks for the spans on the document in the text that is here. An error is
// pace's.
func (p Pair) Compare(file *annotations.Project, pace annotations.Pace) (*Comparison, error) {
	return compare(file, p.File, intake.TextHere(p.Here, p.File), p.change, pace)
}

// Pairs lists the documents of a file that somebody has said something about,
// whose text is not in the project into which the file is to go, but another
// version of it may be: one with the same ID, else the same address, else the
// same title, and with words in common. No document is in two pairs. They are
// in the order of the file. An error is pace's.
func Pairs(into, file *annotations.Project, pace annotations.Pace) ([]Pair, error) {
	free := unmatched(into, file)
	var pairs []Pair
	for i, doc := range file.Documents() {
		if _, there := free.texts[doc.SHA256()]; there || len(file.Sets(doc.ID)) == 0 {
			continue
		}
		here := free.named(doc)
		if here == nil {
			continue
		}
		change, err := Between(doc, here, pace.Nth(i, len(file.Documents())))
		if err != nil {
			return nil, err
		}
		if change.akin() {
			free.taken[here] = true
			pairs = append(pairs, Pair{here, doc, change})
		}
	}
	return pairs, nil
}

// candidates are the documents of a project by what names them.
type candidates struct {
	texts                map[string]bool // the SHA-256 of all
	byID, byURL, byTitle map[string]*corpus.Document
	taken                map[*corpus.Document]bool
}

// unmatched gathers the documents of a project, of which those whose text is in
// the file are taken.
func unmatched(into, file *annotations.Project) *candidates {
	c := &candidates{map[string]bool{}, map[string]*corpus.Document{}, map[string]*corpus.Document{}, map[string]*corpus.Document{}, map[*corpus.Document]bool{}}
	theirs := map[string]bool{}
	for _, d := range file.Documents() {
		theirs[d.SHA256()] = true
	}
	for _, d := range into.Documents() {
		c.texts[d.SHA256()] = true
		if !theirs[d.SHA256()] {
			c.byID[d.ID], c.byTitle[plainTitle(d)] = d, d
			if d.URL != "" {
				c.byURL[d.URL] = d
			}
		}
	}
	return c
}

// plainTitle is a title as people compare it.
func plainTitle(d *corpus.Document) string {
	return strings.ToLower(strings.Join(strings.Fields(d.Title), " "))
}

// named returns the document that goes by the name of another and is not taken,
// or nil.
func (c *candidates) named(d *corpus.Document) *corpus.Document {
	for _, here := range []*corpus.Document{c.byID[d.ID], c.byURL[d.URL], c.byTitle[plainTitle(d)]} {
		if here != nil && !c.taken[here] {
			return here
		}
	}
	return nil
}

// leastKin is the share of the words of the shorter of two texts that both have
// in rows of some length, from which on they are versions of one. Of the bundled
// articles, all about one event, it is below an eighth; of one of them after 60
// random changes it is still above three quarters.
const leastKin = 0.3

func (c *Change) akin() bool {
	paired := 0
	for _, to := range c.aligned.to {
		if to >= 0 {
			paired++
		}
	}
	shorter := min(len(c.old.forms), len(c.words.forms))
	return paired > 0 && float64(paired) >= leastKin*float64(shorter)
}
