package edits

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/corpus"
)

// The project is kept small, so that a run is about many edits and not about a
// large file.
const (
	mostSpans    = 200
	mostArticles = 6 // beside the bundled ones
	mostLabels   = 9
)

// dice throws what one step is made of. Its name is in every ID, and makes them
// new.
type dice struct {
	*rand.Rand
	name string
	at   time.Time
	used int
}

// id gives an ID that no other has.
func (d *dice) id() string {
	d.used++
	return fmt.Sprintf("%s-%d", d.name, d.used)
}

// edit throws an edit of any kind that fits p.
func (d *dice) edit(p *annotations.Project) annotations.Edit {
	doc := d.article(p)
	set := p.Set(doc.ID, d.annotator(p).ID)
	crowded := countSpans(p) > mostSpans
	switch n := d.IntN(120); {
	case crowded && n < 30:
		return d.removals(p)
	case n < 40 || set.Len() == 0 && n < 70:
		return annotations.AddSpan{Document: doc.ID, Annotator: set.Annotator(), Span: d.span(p, doc)}
	case n < 57:
		return annotations.ChangeSpan{Document: doc.ID, Annotator: set.Annotator(), Span: d.changed(p, doc, set)}
	case n < 70:
		return annotations.RemoveSpan{Document: doc.ID, Annotator: set.Annotator(), ID: d.spanOf(set).ID}
	case n < 76:
		return d.comeOrGo(p)
	case n < 81:
		return annotations.DescribeDocument{ID: doc.ID, Details: d.details()}
	case n < 85:
		return annotations.ChangeScheme{Scheme: d.scheme(p)}
	case n < 110:
		return d.other(p, doc, set)
	}
	return d.batch(p)
}

// batch throws several edits that fit p one after the other.
func (d *dice) batch(p *annotations.Project) annotations.Edit {
	var batch annotations.Batch
	for range 1 + d.IntN(6) {
		e := d.edit(p)
		if _, nested := e.(annotations.Batch); nested {
			continue
		}
		next, _, err := e.Apply(p)
		if err != nil {
			panic(fmt.Sprintf("edits: an edit of a batch does not fit: %v", err))
		}
		p, batch.Edits = next, append(batch.Edits, e)
	}
	return batch
}

// removals takes about half of all spans away.
func (d *dice) removals(p *annotations.Project) annotations.Edit {
	var batch annotations.Batch
	for _, doc := range p.Documents() {
		for _, set := range p.Sets(doc.ID) {
			for s := range set.All() {
				if d.IntN(2) == 0 {
					batch.Edits = append(batch.Edits, annotations.RemoveSpan{Document: doc.ID, Annotator: set.Annotator(), ID: s.ID})
				}
			}
		}
	}
	return batch
}

// comeOrGo adds an article, with spans on it, or takes one away that did not
// come with the program.
func (d *dice) comeOrGo(p *annotations.Project) annotations.Edit {
	var own []string
	for _, doc := range p.Documents() {
		if strings.HasPrefix(doc.ID, ownArticle) {
			own = append(own, doc.ID)
		}
	}
	if len(own) >= mostArticles || len(own) > 0 && d.IntN(2) == 0 {
		return annotations.RemoveDocument{ID: own[d.IntN(len(own))]}
	}
	e := annotations.AddDocument{Document: d.document(), At: d.IntN(len(p.Documents())+2) - 1}
	var spans []annotations.Span
	for range d.IntN(4) {
		spans = append(spans, d.span(p, e.Document))
	}
	e.Sets = setOf(d.annotator(p).ID, spans)
	return e
}

// setOf is spans as a set, of which no two have one ID.
func setOf(annotator string, spans []annotations.Span) []*annotations.Set {
	set, err := annotations.NewSet(annotator, annotations.About{State: annotations.StateOpen}, spans, nil)
	if err != nil {
		panic(fmt.Sprintf("edits: %v", err))
	}
	return []*annotations.Set{set}
}

// ownArticle begins the ID of every article that a stream adds.
const ownArticle = "article-"

// phrases are what texts are made of: characters of one to four bytes, from the
// left and from the right.
var phrases = []string{
	"The minister met the envoy in Ankara.", "وزارة الدفاع التركية", "👩‍👩‍👧 watched, 😀 too.", "État d’urgence",
	"在大馬士革會談", "«Выборы» прошли", "withdrawal of all troops", "since 2011", "e\u0301te\u0301", "\n", "\n\n",
}

// document throws an article with a text of its own.
func (d *dice) document() *corpus.Document {
	text := d.name + "\n"
	for range 3 + d.IntN(20) {
		text += phrases[d.IntN(len(phrases))] + " "
	}
	doc, err := corpus.NewDocument(ownArticle+d.id(), d.details(), text)
	if err != nil {
		panic(fmt.Sprintf("edits: %v", err))
	}
	return doc
}

func (d *dice) details() corpus.Details {
	return corpus.Details{
		Title: "“" + d.phrase() + "” " + d.id(), Outlet: d.phrase(), Language: "en", Published: "2026-01-31",
		URL: "https://example.org/?a=<b>&c", Note: d.phrase(), File: d.phrase() + ".txt", Head: corpus.Head(d.IntN(3)),
	}
}

func (d *dice) phrase() string { return phrases[d.IntN(len(phrases))] }

func (d *dice) article(p *annotations.Project) *corpus.Document {
	return p.Documents()[d.IntN(len(p.Documents()))]
}

// spanOf throws one of a set's spans, of which there is one.
func (d *dice) spanOf(set *annotations.Set) *annotations.Span { return set.At(d.IntN(set.Len())) }

// span throws a new span.
func (d *dice) span(p *annotations.Project, doc *corpus.Document) annotations.Span {
	label := d.label(p)
	return annotations.Span{
		ID: d.id(), Label: label.ID, Entry: d.entryFor(p, label), Values: d.values(p, label), Ranges: d.ranges(doc.Text()), Note: strings.Repeat(d.phrase(), d.IntN(2)),
		Origin: annotations.FromPerson, Created: d.at, Modified: d.at,
	}
}

// changed throws another value of one of a set's spans.
func (d *dice) changed(p *annotations.Project, doc *corpus.Document, set *annotations.Set) annotations.Span {
	old := d.spanOf(set)
	s := d.span(p, doc)
	s.ID, s.Created = old.ID, old.Created
	if d.IntN(2) == 0 {
		s.Ranges = old.Ranges
	}
	return s
}

// ranges throws one or two ranges of a text.
func (d *dice) ranges(text string) []annotations.Range {
	var ends []int
	for range 2 * (1 + d.IntN(5)/4) {
		ends = append(ends, boundary(text, d.IntN(len(text)+1)))
	}
	slices.Sort(ends)
	var ranges []annotations.Range
	for i := 0; i < len(ends); i += 2 {
		if ends[i] < ends[i+1] {
			ranges = append(ranges, annotations.Range{Start: ends[i], End: ends[i+1]})
		}
	}
	if ranges == nil {
		return []annotations.Range{{Start: 0, End: len(text)}}
	}
	return ranges
}

// boundary is the start of the character that holds a byte of a text.
func boundary(text string, at int) int {
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// scheme throws a scheme that has every label of p, one of them defined anew, or
// one label more, or that lacks one that is not in use.
func (d *dice) scheme(p *annotations.Project) *annotations.Scheme {
	old := p.Scheme()
	labels := slices.Clone(old.Labels)
	last := labels[len(labels)-1].ID
	switch n := d.IntN(3); {
	case n == 0 && len(labels) < mostLabels:
		labels = append(labels, annotations.Label{ID: "label-" + d.id(), Name: d.phrase() + ".", Color: "#123abc", Definition: d.phrase()})
	case n == 1 && len(labels) > len(annotations.DefaultScheme().Labels) && !inUse(p, last):
		labels = labels[:len(labels)-1]
	default:
		labels[d.IntN(len(labels))].Definition = d.name
	}
	next := old.Clone()
	next.Labels = labels
	return next
}

// inUse reports whether the project would not go without a label.
func inUse(p *annotations.Project, label string) bool {
	without := p.Scheme().Clone()
	without.Labels = slices.DeleteFunc(without.Labels, func(l annotations.Label) bool { return l.ID == label })
	_, _, err := annotations.ChangeScheme{Scheme: without}.Apply(p)
	return err != nil
}

func countSpans(p *annotations.Project) int {
	n := 0
	for _, doc := range p.Documents() {
		for _, set := range p.Sets(doc.ID) {
			n += set.Len()
		}
	}
	return n
}

// file throws a Spanwise file to import: a new article, or one of p, with new
// spans and with one of p's that was changed later.
func (d *dice) file(p *annotations.Project) []byte {
	doc := d.article(p)
	var spans []annotations.Span
	switch {
	case d.IntN(4) == 0:
		doc = d.document()
	case p.Set(doc.ID, annotations.DefaultAnnotator).Len() > 0:
		spans = append(spans, d.changed(p, doc, p.Set(doc.ID, annotations.DefaultAnnotator)))
	}
	for range 1 + d.IntN(3) {
		s := d.span(p, doc)
		s.Origin = annotations.FromImport
		spans = append(spans, s)
	}
	for i := range spans {
		spans[i].Entry = "" // the file's register is empty
		spans[i].Values = slices.DeleteFunc(slices.Clone(spans[i].Values), func(v annotations.Value) bool { return v.Entries != nil })
	}
	return fileOf(p.Scheme(), doc, spans)
}

// fileOf is the file of a project of one article.
func fileOf(scheme *annotations.Scheme, doc *corpus.Document, spans []annotations.Span) []byte {
	empty, err := annotations.NewProject(scheme)
	if err != nil {
		panic(fmt.Sprintf("edits: a file's scheme: %v", err))
	}
	whole, _, err := annotations.AddDocument{Document: doc, At: -1, Sets: setOf(annotations.DefaultAnnotator, spans)}.Apply(empty)
	if err != nil {
		panic(fmt.Sprintf("edits: a file's article: %v", err))
	}
	data, err := spanwise.Write(whole, nil)
	if err != nil {
		panic(fmt.Sprintf("edits: %v", err))
	}
	return data
}
