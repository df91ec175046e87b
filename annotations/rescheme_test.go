package annotations

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var reschemed = time.UnixMilli(1e12).UTC()

// ofAll is a scheme that has something of everything.
func ofAll() *Scheme {
	return &Scheme{Name: "rich", Labels: []Label{
		{ID: "actor", Name: "Actor", Key: "1", Color: "#0072B2", Entry: EntryOptional, Attributes: []Attribute{
			{ID: "kind", Name: "Kind", Type: Choices, Options: []Option{{ID: "person", Name: "Person"}, {ID: "state", Name: "State"}}},
			{ID: "how", Name: "How", Type: Text},
		}},
		{ID: "demand", Name: "Demand", Key: "2", Color: "#D55E00", Attributes: []Attribute{{ID: "how", Name: "How", Type: Text}}},
	}, Tags: []Label{{ID: "genre", Name: "Genre", Color: "#666666"}, {ID: "stance", Name: "Stance", Color: "#666666"}},
		Relations: []RelationLabel{{ID: "by", Name: "by"}, {ID: "same", Name: "same"}}}
}

// richProject has the spans a and b, both of which point to Ankara, the span c,
// a relation from a to c, and a tag.
func richProject(t testing.TB) *Project {
	t.Helper()
	p, err := NewProject(ofAll())
	if err != nil {
		t.Fatal(err)
	}
	doc, spans := marked(t, "[Actor=a:Ankara] wants [Demand=c:talks], says [Actor=b:Turkey]")
	values := []Value{{Attribute: "how", Text: "by place"}, {Attribute: "kind", Choices: []string{"person", "state"}}}
	spans[0].Entry, spans[0].Values, spans[2].Entry = "ankara", values, "ankara"
	return apply(t, p, Batch{[]Edit{
		AddEntry{Entry{ID: "ankara", Label: "actor", Name: "Ankara"}},
		AddDocument{Document: doc, At: -1, Sets: setOf(spans...)},
		ChangeSet{"doc", DefaultAnnotator, About{State: StateDone, Tags: []Tag{{Label: "genre"}}}},
		AddRelation{Relation{ID: "r", Label: "by", Annotator: DefaultAnnotator, From: Place{"doc", "a"}, To: Place{"doc", "c"}, Origin: FromPerson}},
	}})
}

func TestAnotherSchemeTakesWhatIsThereWithIt(t *testing.T) {
	without := func(s *Scheme, label string) {
		s.Labels = slices.DeleteFunc(s.Labels, func(l Label) bool { return l.ID == label })
	}
	for _, tt := range []struct {
		name, why string
		change    func(s *Scheme)
		instead   Instead
		want      Affected
		spans     string
	}{
		{"renaming", "IDs stay", func(s *Scheme) { s.Labels[0].Name = "Who" }, Instead{}, Affected{},
			`a actor ankara how="by place" kind=[person state]; c demand; b actor ankara`},
		{"deleting a label", "spans, entries and relations go with it", func(s *Scheme) { without(s, "actor") }, Instead{},
			Affected{Spans: Moved{0, 2}, Entries: Moved{0, 1}, Relations: Moved{0, 1}}, `c demand`},
		{"relabelling", "entries move with their spans", func(s *Scheme) { without(s, "actor") },
			Instead{Labels: map[string]string{"actor": "demand"}},
			Affected{Spans: Moved{2, 0}, Entries: Moved{1, 0}, Values: 1},
			`a demand ankara how="by place"; c demand; b demand ankara`},
		{"another ID", "the key goes from the old label to the new", func(s *Scheme) { s.Labels[0].ID = "who" },
			Instead{Labels: map[string]string{"actor": "who"}},
			Affected{Spans: Moved{2, 0}, Entries: Moved{1, 0}},
			`a who ankara how="by place" kind=[person state]; c demand; b who ankara`},
		{"another order of options", "choices stand in the order of the options", func(s *Scheme) { slices.Reverse(s.Labels[0].Attributes[0].Options) }, Instead{}, Affected{},
			`a actor ankara how="by place" kind=[state person]; c demand; b actor ankara`},
		{"an option less", "the other choice stays", func(s *Scheme) { s.Labels[0].Attributes[0].Options = s.Labels[0].Attributes[0].Options[1:] }, Instead{}, Affected{Values: 1},
			`a actor ankara how="by place" kind=[state]; c demand; b actor ankara`},
		{"one choice instead of several", "two choices are not one", func(s *Scheme) { s.Labels[0].Attributes[0].Type = Choice }, Instead{}, Affected{Values: 1},
			`a actor ankara how="by place"; c demand; b actor ankara`},
		{"deleting a relation", "", func(s *Scheme) { s.Relations = s.Relations[1:] }, Instead{}, Affected{Relations: Moved{0, 1}},
			`a actor ankara how="by place" kind=[person state]; c demand; b actor ankara`},
		{"another relation", "", func(s *Scheme) { s.Relations = s.Relations[1:] }, Instead{Relations: map[string]string{"by": "same"}}, Affected{Relations: Moved{1, 0}},
			`a actor ankara how="by place" kind=[person state]; c demand; b actor ankara`},
		{"deleting a tag", "", func(s *Scheme) { s.Tags = s.Tags[1:] }, Instead{}, Affected{Tags: Moved{0, 1}},
			`a actor ankara how="by place" kind=[person state]; c demand; b actor ankara`},
		{"another tag", "", func(s *Scheme) { s.Tags = s.Tags[1:] }, Instead{Tags: map[string]string{"genre": "stance"}}, Affected{Tags: Moved{1, 0}},
			`a actor ankara how="by place" kind=[person state]; c demand; b actor ankara`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, next := richProject(t), ofAll()
			tt.change(next)
			batch, affected, err := Rescheme(p, next, tt.instead, reschemed, nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, affected); diff != "" {
				t.Errorf("what is affected: %s (-want +got):\n%s", tt.why, diff)
			}
			after := checkEdit(t, p, batch)
			if diff := cmp.Diff(tt.spans, brief(after)); diff != "" {
				t.Errorf("the spans: %s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

// brief is the spans of a project of one document in a line.
func brief(p *Project) string {
	var all []string
	for s := range p.Set("doc", DefaultAnnotator).All() {
		line := strings.TrimSpace(s.ID + " " + s.Label + " " + s.Entry)
		for _, v := range s.Values {
			if v.Choices != nil {
				line += fmt.Sprintf(" %s=%v", v.Attribute, v.Choices)
			} else {
				line += fmt.Sprintf(" %s=%q", v.Attribute, v.Text)
			}
		}
		all = append(all, line)
	}
	return strings.Join(all, "; ")
}

func TestTheSameSchemeHasNothingToDo(t *testing.T) {
	batch, affected, err := Rescheme(richProject(t), ofAll(), Instead{}, reschemed, nil)
	if err != nil || len(batch.Edits) != 0 || affected.Any() {
		t.Errorf("%d edits, %+v, %v; want none", len(batch.Edits), affected, err)
	}
}

func TestASchemeOrASuccessorThatDoesNotFitIsRefused(t *testing.T) {
	broken := ofAll()
	broken.Labels[1].ID = "actor"
	if _, _, err := Rescheme(richProject(t), broken, Instead{}, reschemed, nil); err == nil {
		t.Error("two labels with one ID are taken")
	}
	instead := Instead{Labels: map[string]string{"actor": "genre"}}
	if _, _, err := Rescheme(richProject(t), ofAll(), instead, reschemed, nil); err == nil {
		t.Error("a tag takes the place of a label")
	}
}

func TestUsesAreCountedOverAllSets(t *testing.T) {
	p := apply(t, richProject(t), Batch{[]Edit{
		AddAnnotator{Annotator{"second", "Second"}, -1},
		AddSpan{"doc", "second", Span{ID: "a", Label: "actor", Ranges: []Range{{0, 1}}, Origin: FromPerson}},
	}})
	want := Uses{
		Spans:     map[string]int{"actor": 3, "demand": 1},
		Entries:   map[string]int{"actor": 1},
		Relations: map[string]int{"by": 1},
		Tags:      map[string]int{"genre": 1},
	}
	if diff := cmp.Diff(want, p.Uses()); diff != "" {
		t.Errorf("uses (-want +got):\n%s", diff)
	}
}

// TestRandomSchemesTakeEverythingThatTheyCan brings random projects under random
// schemes and looks at each thing by itself.
func TestRandomSchemesTakeEverythingThatTheyCan(t *testing.T) {
	seed := rand.Uint64()
	rounds := 3_000
	if testing.Short() {
		rounds = 300
	}
	var sum Affected
	for i := range uint64(rounds) {
		r := dice{rand.New(rand.NewPCG(seed, i))}
		p, next := r.richProject(t), r.looseScheme()
		instead := r.instead(p.Scheme(), next)
		batch, affected, err := Rescheme(p, next, instead, reschemed, nil)
		if err != nil {
			t.Fatalf("seed %d, round %d: %v", seed, i, err)
		}
		after, inverse, err := roundTrip(t, batch).Apply(p)
		if err != nil {
			t.Fatalf("seed %d, round %d: %v", seed, i, err)
		}
		if back, _, err := inverse.Apply(after); err != nil || !back.Equal(p) {
			t.Fatalf("seed %d, round %d: it is not taken back: %v", seed, i, err)
		}
		got, unnamed := followed(t, p, after, next, instead)
		if diff := cmp.Diff(got, affected, cmpopts.IgnoreFields(Affected{}, "Unnamed")); diff != "" || unnamed != len(affected.Unnamed) {
			t.Fatalf("seed %d, round %d: %d words are no name, told are %+v; affected (-is +told):\n%s", seed, i, unnamed, affected.Unnamed, diff)
		}
		if t.Failed() {
			t.Fatalf("seed %d, round %d", seed, i)
		}
		sum = sum.plus(affected)
	}
	t.Logf("seed %d: %d words were no name", seed, len(sum.Unnamed))
	least := rounds / 20
	for _, n := range []int{sum.Spans.Relabelled, sum.Spans.Removed, sum.Entries.Relabelled, sum.Entries.Removed,
		sum.Relations.Relabelled, sum.Relations.Removed, sum.Tags.Relabelled, sum.Tags.Removed, sum.Values, sum.Pointing, sum.NewEntries, len(sum.Unnamed)} {
		if n < least {
			t.Errorf("only %+v were affected: the test does not test them", sum)
		}
	}
}

func (a Affected) plus(b Affected) Affected {
	add := func(a, b Moved) Moved { return Moved{a.Relabelled + b.Relabelled, a.Removed + b.Removed} }
	return Affected{add(a.Spans, b.Spans), add(a.Entries, b.Entries), add(a.Relations, b.Relations), add(a.Tags, b.Tags), a.Values + b.Values,
		a.Pointing + b.Pointing, a.NewEntries + b.NewEntries, append(a.Unnamed, b.Unnamed...)}
}

// followed compares a project with what has become of it under another scheme,
// and counts what is not as it was, and words that were to be an entry and are none.
func followed(t *testing.T, p, after *Project, next *Scheme, instead Instead) (_ Affected, unnamed int) {
	t.Helper()
	f := follower{t: t, p: p, after: after, next: next, instead: instead}
	if !after.Scheme().Equal(next) {
		t.Errorf("the scheme is another one")
	}
	if !slices.Equal(p.Documents(), after.Documents()) || !slices.Equal(p.Annotators(), after.Annotators()) {
		t.Errorf("documents or annotators are others")
	}
	for _, doc := range p.Documents() {
		for _, a := range p.Annotators() {
			f.set(p.Set(doc.ID, a.ID), after.Set(doc.ID, a.ID))
		}
	}
	for e := range p.Entries() {
		f.entry(e)
	}
	for rel := range p.Relations() {
		f.relation(rel)
	}
	f.affected.NewEntries = after.EntryCount() - p.EntryCount() + f.affected.Entries.Removed
	return f.affected, f.unnamed
}

type follower struct {
	t        *testing.T
	p, after *Project
	next     *Scheme
	instead  Instead
	affected Affected
	unnamed  int
}

// becomes is the ID that takes the place of one, or "".
func becomes(id string, has bool, instead map[string]string) string {
	if has {
		return id
	}
	return instead[id]
}

func (f *follower) set(was, is *Set) {
	left := 0
	for s := range was.All() {
		left += f.span(s, is)
	}
	if is.Len() != left {
		f.t.Errorf("there are %d spans, want %d", is.Len(), left)
	}
	f.tags(was.About(), is.About())
}

func (f *follower) span(s *Span, is *Set) int {
	_, has := f.next.Label(s.Label)
	want := *s
	want.Label = becomes(s.Label, has, f.instead.Labels)
	got, there := is.Span(s.ID)
	if want.Label == "" {
		f.affected.Spans.Removed++
		if there {
			f.t.Errorf("span %s is still there", s.ID)
		}
		return 0
	}
	if !there {
		f.t.Errorf("span %s is gone", s.ID)
		return 0
	}
	if want.Label != s.Label {
		f.affected.Spans.Relabelled++
	}
	label, _ := f.next.Label(want.Label)
	old, _ := f.p.Scheme().Label(s.Label)
	f.values(&old, &label, s.Values, got.Values)
	want.Values, want.Modified = got.Values, got.Modified
	if !want.Equal(got) {
		f.t.Errorf("span (-want +got):\n%s", cmp.Diff(saySpan(&want), saySpan(got)))
	}
	if same := want.Label == s.Label && slices.EqualFunc(s.Values, got.Values, Value.Equal); same != got.Modified.Equal(s.Modified) {
		f.t.Errorf("span %s: modified at %v", s.ID, got.Modified)
	}
	return 1
}

// values holds that a value that fits is there as it was, and that nothing is
// there that was not.
func (f *follower) values(old, label *Label, was, is []Value) {
	for _, v := range was {
		a, known := label.Attribute(v.Attribute)
		w, there := ValueOf(is, v.Attribute)
		if known && a.CheckIn(v, f.after) == nil && !w.Equal(v) {
			f.t.Errorf("the value %+v fits and is now %+v", v, w)
		}
		before, _ := old.Attribute(v.Attribute)
		said, now := words(v), words(w)
		switch {
		case known && a.Type == Entries && v.Entries == nil:
			said, now = f.pointing(before, a, v, w), f.names(w)
		case v.Entries != nil && w.Text != "":
			said = []string{strings.Join(f.named(v), ", ")}
		}
		if !there || !slices.Equal(said, now) {
			f.affected.Values++
		}
		if there && !subset(now, said) {
			f.t.Errorf("the value %+v came out of %+v", w, v)
		}
	}
	for _, w := range is {
		if _, there := ValueOf(was, w.Attribute); !there {
			f.t.Errorf("the value %+v came out of nothing", w)
		}
	}
}

// pointing holds that a value points to whatever entry alone is called as words of
// another say, and gives these words as names are compared.
func (f *follower) pointing(before, a *Attribute, v, w Value) (names []string) {
	if w.Entries != nil {
		f.affected.Pointing++
	}
	words := map[AttributeType][]string{Text: {v.Text}}[before.Type]
	for _, id := range v.Choices {
		o, _ := before.Option(id)
		words = append(words, o.Name)
	}
	if before.Type == Choice {
		o, _ := before.Option(v.Text)
		words = []string{o.Name}
	}
	for _, word := range words {
		called := 0
		for e := range f.after.Entries() {
			if FoldName(e.Name) == FoldName(word) && a.Takes(e.Label) {
				called++
			}
		}
		is := slices.Contains(f.names(w), FoldName(word))
		if called == 1 && !is && (a.Several || len(words) == 1) {
			f.t.Errorf("%q is an entry's name, and is now %+v", word, w)
		}
		if !is && (a.Several || len(words) == 1) {
			f.unnamed++
		}
		names = append(names, FoldName(word))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// named are the names of a value's entries, and names are these as names are compared.
func (f *follower) named(v Value) (all []string) {
	for _, id := range v.Entries {
		e, there := f.after.Entry(id)
		if !there {
			e, _ = f.p.Entry(id)
		}
		all = append(all, e.Name)
	}
	return all
}

func (f *follower) names(v Value) []string {
	all := f.named(v)
	for i := range all {
		all[i] = FoldName(all[i])
	}
	slices.Sort(all)
	return all
}

// words are what a value says, whatever its type and the order of choices.
func words(v Value) []string {
	switch {
	case v.Date != nil:
		return []string{fmt.Sprint(*v.Date)}
	case v.Choices != nil:
		return slices.Sorted(slices.Values(v.Choices))
	case v.Entries != nil:
		return v.Entries
	}
	return []string{v.Text}
}

func subset(some, all []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

func (f *follower) tags(was, is About) {
	if was.State != is.State || was.Note != is.Note {
		f.t.Errorf("state or note changed: %+v, %+v", was, is)
	}
	taken := map[string]bool{}
	for _, t := range was.Tags {
		if _, has := f.next.Tag(t.Label); has {
			taken[t.Label] = true
			f.tag(t, t.Label, is)
		}
	}
	for _, t := range was.Tags {
		if _, has := f.next.Tag(t.Label); has {
			continue
		}
		id := f.instead.Tags[t.Label]
		if id == "" || taken[id] {
			f.affected.Tags.Removed++
			continue
		}
		taken[id] = true
		f.affected.Tags.Relabelled++
		f.tag(t, id, is)
	}
	if len(is.Tags) != len(taken) {
		f.t.Errorf("tags %+v came out of %+v", is.Tags, was.Tags)
	}
}

func (f *follower) tag(t Tag, id string, is About) {
	i := slices.IndexFunc(is.Tags, func(u Tag) bool { return u.Label == id })
	if i < 0 {
		f.t.Errorf("the tag %s is gone", id)
		return
	}
	label, _ := f.next.Tag(id)
	old, _ := f.p.Scheme().Tag(t.Label)
	f.values(&old, &label, t.Values, is.Tags[i].Values)
}

func (f *follower) entry(e *Entry) {
	_, has := f.next.Label(e.Label)
	want := *e
	want.Label = becomes(e.Label, has, f.instead.Labels)
	got, there := f.after.Entry(e.ID)
	switch {
	case want.Label == "":
		f.affected.Entries.Removed++
		if there {
			f.t.Errorf("entry %s is still there", e.ID)
		}
		return
	case want.Label != e.Label:
		f.affected.Entries.Relabelled++
	}
	if !want.Equal(got) {
		f.t.Errorf("entry %+v, want %+v", got, want)
	}
}

func (f *follower) relation(rel *Relation) {
	_, has := f.next.Relation(rel.Label)
	want := *rel
	want.Label = becomes(rel.Label, has, f.instead.Relations)
	for _, at := range []Place{rel.From, rel.To} {
		if _, there := f.after.Set(at.Document, rel.Annotator).Span(at.Span); !there {
			want.Label = ""
		}
	}
	got, there := f.after.Relation(rel.ID)
	switch {
	case want.Label == "":
		f.affected.Relations.Removed++
		if there {
			f.t.Errorf("relation %s is still there", rel.ID)
		}
		return
	case want.Label != rel.Label:
		f.affected.Relations.Relabelled++
		want.Modified = reschemed
	}
	if !want.Equal(got) {
		f.t.Errorf("relation %+v, want %+v", got, want)
	}
}

// looseScheme is a random scheme of a few labels, relations and tags.
func (r dice) looseScheme() *Scheme {
	s := &Scheme{Name: "random", Labels: r.labels("actor", "demand", "date"), Tags: r.labels("genre", "stance")}
	for _, id := range []string{"by", "same"} {
		if r.IntN(2) == 0 {
			s.Relations = append(s.Relations, RelationLabel{ID: id, Name: id})
		}
	}
	for i := range s.Labels {
		s.Labels[i].Key = fmt.Sprint(i)
		if i > 0 && r.IntN(2) == 0 {
			s.Labels[i].Parent = s.Labels[0].ID
		}
	}
	for _, l := range slices.Concat(s.Labels, s.Tags) {
		for i := range l.Attributes {
			if a := &l.Attributes[i]; a.Type == Entries {
				a.Labels, a.Several = r.someOf(s.Labels), r.IntN(2) == 0
			}
		}
	}
	return s
}

// someOf are the IDs of some labels, of all of them or of none.
func (r dice) someOf(labels []Label) (ids []string) {
	for _, l := range labels {
		if r.IntN(2) == 0 {
			ids = append(ids, l.ID)
		}
	}
	return ids
}

func (r dice) labels(ids ...string) []Label {
	var labels []Label
	for _, id := range ids {
		if r.IntN(3) > 0 {
			labels = append(labels, Label{ID: id, Name: id, Color: "#666666", Attributes: r.attributes()})
		}
	}
	return labels
}

func (r dice) attributes() []Attribute {
	var all []Attribute
	for _, id := range []string{"a", "b", "c"} {
		a := Attribute{ID: id, Name: id, Type: []AttributeType{Text, Choice, Choices, Flag, Number, Date, Entries, Entries, Entries}[r.IntN(9)]}
		if a.Type == Choice || a.Type == Choices {
			for _, i := range r.Perm(3)[:1+r.IntN(3)] {
				a.Options = append(a.Options, Option{ID: fmt.Sprint("o", i), Name: "an option"})
			}
		}
		if r.IntN(4) > 0 {
			all = append(all, a)
		}
	}
	return all
}

// said gives random values of a label.
func (r dice) said(p *Project, l Label) []Value {
	var values []Value
	for i := range l.Attributes {
		a := &l.Attributes[i]
		text := []string{"o1", "actor", "Démand", "date"}[r.IntN(4)]
		words := []string{map[AttributeType]string{Text: text, Flag: "true", Number: "2"}[a.Type]}
		for range min(len(a.Options), 1) {
			words[0] = a.Options[r.IntN(len(a.Options))].ID
		}
		if a.Type == Choices {
			words = nil
			for _, o := range a.Options {
				words = append(words, o.ID)
			}
		}
		v, _ := a.Value(words...)
		if a.Type == Date {
			v = Value{Attribute: a.ID, Date: &Timex{Type: "DATE", Value: "2023-04-25"}}
		}
		if a.Type == Entries {
			if v = r.pointing(p, a); v.Entries == nil {
				continue
			}
		}
		if r.IntN(4) > 0 {
			values = WithValue(values, v)
		}
	}
	return values
}

// pointing is a value that points to random entries, if there is one for it.
func (r dice) pointing(p *Project, a *Attribute) Value {
	v := Value{Attribute: a.ID}
	for e := range p.Entries() {
		if a.Takes(e.Label) && (len(v.Entries) == 0 || a.Several) && r.IntN(3) > 0 {
			v.Entries = append(v.Entries, e.ID)
		}
	}
	return v
}

// richProject is a random project of two articles and two annotators.
func (r dice) richProject(t *testing.T) *Project {
	t.Helper()
	scheme := r.looseScheme()
	first, second := document(t, "d1", "abcdefghij"), document(t, "d2", "klmnopqrst")
	p, err := NewProject(scheme, first, second)
	if err != nil {
		t.Fatal(err)
	}
	p = apply(t, p, AddAnnotator{Annotator{"second", "Second"}, -1})
	for _, l := range scheme.Labels {
		p = apply(t, p, AddEntry{Entry{ID: "entry-" + l.ID, Label: l.ID, Name: l.Name}})
	}
	for range 6 * min(1, len(scheme.Labels)) {
		p = r.try(p, r.randomSpan(p, scheme.Labels[r.IntN(len(scheme.Labels))]))
	}
	for _, a := range p.Annotators() {
		p = r.relate(p, scheme, a.ID)
		about := About{State: StateDone, Note: "a note"}
		for _, l := range scheme.Tags {
			about.Tags = append(about.Tags, Tag{l.ID, r.said(p, l)})
		}
		p = apply(t, p, ChangeSet{"d1", a.ID, about})
	}
	return p
}

func (r dice) randomSpan(p *Project, l Label) Edit {
	s := Span{ID: NewID(), Label: l.ID, Ranges: []Range{{r.IntN(5), 5 + r.IntN(5)}}, Origin: FromPerson, Values: r.said(p, l)}
	if r.IntN(2) == 0 {
		s.Entry = "entry-" + l.ID
	}
	return AddSpan{p.Documents()[r.IntN(2)].ID, p.Annotators()[r.IntN(2)].ID, s}
}

// relate links each span of an annotator with the next.
func (r dice) relate(p *Project, scheme *Scheme, annotator string) *Project {
	var last Place
	for _, doc := range p.Documents() {
		for s := range p.Set(doc.ID, annotator).All() {
			at := Place{doc.ID, s.ID}
			for _, l := range scheme.Relations {
				p = r.try(p, AddRelation{Relation{ID: NewID(), Label: l.ID, Annotator: annotator, From: last, To: at, Origin: FromPerson}})
			}
			last = at
		}
	}
	return p
}

// try does an edit where it fits.
func (r dice) try(p *Project, e Edit) *Project {
	if next, _, err := e.Apply(p); err == nil {
		return next
	}
	return p
}

// instead has something take the place of about half of what is gone.
func (r dice) instead(old, next *Scheme) Instead {
	i := Instead{map[string]string{}, map[string]string{}, map[string]string{}, r.IntN(2) == 0}
	for _, l := range old.Labels {
		if len(next.Labels) > 0 && r.IntN(2) == 0 {
			i.Labels[l.ID] = next.Labels[r.IntN(len(next.Labels))].ID
		}
	}
	for _, l := range old.Tags {
		if len(next.Tags) > 0 && r.IntN(2) == 0 {
			i.Tags[l.ID] = next.Tags[r.IntN(len(next.Tags))].ID
		}
	}
	for _, l := range old.Relations {
		if len(next.Relations) > 0 && r.IntN(2) == 0 {
			i.Relations[l.ID] = next.Relations[r.IntN(len(next.Relations))].ID
		}
	}
	return i
}

func BenchmarkRescheme(b *testing.B) {
	bench(b, func(b *testing.B, p *Project, n int) {
		next := p.Scheme().Clone()
		next.Labels = next.Labels[1:]
		for b.Loop() {
			batch, affected, err := Rescheme(p, next, Instead{Labels: map[string]string{"actor": "demand"}}, reschemed, nil)
			if err != nil || affected.Spans.Relabelled == 0 {
				b.Fatal(affected, err)
			}
			if _, _, err := batch.Apply(p); err != nil {
				b.Fatal(err)
			}
		}
	})
}
