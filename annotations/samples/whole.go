package samples

import (
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// FourLabels is the scheme of the first version: labels and nothing else.
func FourLabels() *annotations.Scheme {
	return &annotations.Scheme{Name: "Actor, Demand, Date, Source bias", Labels: []annotations.Label{
		{ID: "actor", Name: "Actor", Key: "1", Color: "#0072B2",
			Definition: "Who acts, speaks, decides or is addressed: a person, group, institution or state, by name or title (“the foreign minister”). Mark the whole name with its title, at every mention; no pronouns, and no place unless it stands for its government or people."},
		{ID: "demand", Name: "Demand", Key: "2", Color: "#D55E00",
			Definition: "What somebody asks, urges, proposes, warns against or makes a condition: something that is to be done, stopped or agreed. Mark the words that say what is wanted, not who wants it. Not a report of what has been done, and not a forecast."},
		{ID: "date", Name: "Date", Key: "3", Color: "#009E73",
			Definition: "When something happened, happens or will: a day, month, year, time, period or span (“on Tuesday”, “since 2011”, “within two weeks”). Mark the whole expression with its preposition; not a number that is only a count or an age."},
		{ID: "source-bias", Name: "Source bias", Key: "4", Color: "#CC79A7",
			Definition: "Wording by which the outlet itself takes a side: a loaded name, praise or blame as if it were fact, scare quotes, a doubt on one side only. Test: would the other side have to put it differently? Mark the fewest words that carry it; not what a quoted person says."},
	}}
}

// Small is a project with something of everything.
func Small(t testing.TB) *annotations.Project {
	t.Helper()
	d := Document(t, "damascus", "Talks in <Damascus>", Text)
	noted := Span(t, d, "a3", "source-bias", "👨‍👩‍👧", "Damascus", "الدفاع")
	noted.Note, noted.Origin, noted.Created, noted.Modified = "why?\n\"so\"", annotations.FromImport, time.Time{}, time.Time{}
	return Project(t,
		annotations.AddDocument{Document: d, At: -1, Sets: Set(
			Span(t, d, "a1", "actor", "Shoigu"),
			Span(t, d, "a2", "demand", "Shoigu met 👨‍👩‍👧"),
			noted,
			Span(t, d, "a4", "date", "e\u0301tat", "e\u0301tat"),
		)},
		annotations.AddDocument{Document: Document(t, "empty", "Nothing here", ""), At: -1},
	)
}

// Rich is a scheme with something of everything that a scheme may have.
func Rich() *annotations.Scheme {
	s := FourLabels().Clone()
	s.Source, s.Guidelines = "A paper (2026)", "Mark little.\n\nMark it once."
	s.Labels[0].Examples, s.Labels[0].Entry = []string{"Shoigu", "the envoy"}, annotations.EntryRequired
	s.Labels[0].Attributes = []annotations.Attribute{
		{ID: "kind", Name: "Kind", Type: annotations.Choice, Definition: "What it is.", Required: true, Default: []string{"person"},
			Options: []annotations.Option{{ID: "person", Name: "Person", Definition: "One."}, {ID: "state", Name: "State"}}},
		{ID: "role", Name: "Role", Type: annotations.Text, Offers: "actor"},
	}
	s.Labels[1].Parent, s.Labels[1].NoOverlap = "actor", true
	s.Labels[2].Attributes = []annotations.Attribute{{ID: "when", Name: "When", Type: annotations.Date}}
	s.Labels[3].Entry = annotations.EntryOptional
	s.Labels[3].Attributes = []annotations.Attribute{
		{ID: "devices", Name: "Devices", Type: annotations.Choices, Default: []string{"loaded", "scare"},
			Options: []annotations.Option{{ID: "loaded", Name: "Loaded"}, {ID: "label", Name: "Label"}, {ID: "scare", Name: "Scare quotes"}}},
		{ID: "strength", Name: "Strength", Type: annotations.Number, Min: "1", Max: "3"},
		{ID: "certain", Name: "Certain", Type: annotations.Flag},
		{ID: "favours", Name: "Favours", Type: annotations.Entries, Labels: []string{"actor", "date"}, Several: true},
	}
	s.Relations = []annotations.RelationLabel{
		{ID: "by", Name: "demanded by", Definition: "Who asks.", From: []string{"demand"}, To: []string{"actor"}},
		{ID: "same", Name: "same claim"},
	}
	s.Tags = []annotations.Label{
		{ID: "genre", Name: "Genre", Color: "#666666", Attributes: []annotations.Attribute{{ID: "sure", Name: "Sure", Type: annotations.Flag}, {ID: "towards", Name: "Towards", Type: annotations.Entries}}},
		{ID: "long", Name: "Long", Color: "#333333"},
	}
	return s
}

// Whole is a project with something of everything that a project may have. It has
// the documents of small, and two annotators.
func Whole(t testing.TB) *annotations.Project {
	t.Helper()
	d := Document(t, "damascus", "Talks in <Damascus>", Text)
	eve := annotations.Annotator{ID: "eve", Name: "Eve"}
	shoigu, bias, when := Span(t, d, "e1", "actor", "Shoigu"), Span(t, d, "e2", "source-bias", "Damascus"), Span(t, d, "e3", "date", "met")
	shoigu.Entry, shoigu.Values = "minister", []annotations.Value{{Attribute: "kind", Text: "state"}, {Attribute: "role", Text: "2 \"guests\""}}
	bias.Values = []annotations.Value{{Attribute: "certain", Text: "true"}, {Attribute: "devices", Choices: []string{"loaded", "scare"}}, {Attribute: "favours", Entries: []string{"minister", "guest"}}, {Attribute: "strength", Text: "2.50"}}
	when.Values = []annotations.Value{{Attribute: "when", Date: &annotations.Timex{Type: "SET", Value: "XXXX-WXX-2", Mod: "APPROX", Quant: "EVERY", Freq: "1W"}}}
	relation := annotations.Relation{ID: "r1", Label: "by", Annotator: "eve", From: annotations.Place{Document: "damascus", Span: "e2"},
		To: annotations.Place{Document: "damascus", Span: "e1"}, Note: "so it seems", Origin: annotations.FromPerson, Created: when.Created, Modified: when.Modified}
	ours := relation
	ours.ID, ours.Label, ours.Annotator, ours.Note = "r2", "same", annotations.DefaultAnnotator, ""
	ours.From.Span, ours.To.Span = "a1", "a2"
	headed := d.Details
	headed.Head = corpus.Standfirst
	return Apply(t, Small(t), annotations.Batch{Edits: []annotations.Edit{
		annotations.RenameProject{Name: "Class 9b"},
		annotations.DescribeDocument{ID: "damascus", Details: headed},
		annotations.ChangeScheme{Scheme: Rich()},
		annotations.AddAnnotator{Annotator: eve, At: 0},
		annotations.AddEntry{Entry: annotations.Entry{ID: "minister", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"the minister", "Шойгу"}, Note: "Of defence."}},
		annotations.AddEntry{Entry: annotations.Entry{ID: "guest", Label: "actor", Name: "A guest"}},
		annotations.AddEntry{Entry: annotations.Entry{ID: "other", Label: "source-bias", Name: "Nobody"}},
		annotations.AddSpan{Document: "damascus", Annotator: "eve", Span: shoigu},
		annotations.AddSpan{Document: "damascus", Annotator: "eve", Span: bias},
		annotations.AddSpan{Document: "damascus", Annotator: "eve", Span: when},
		annotations.ChangeSet{Document: "damascus", Annotator: "eve", About: annotations.About{State: annotations.StateDone, Note: "read twice",
			Tags: []annotations.Tag{{Label: "genre", Values: []annotations.Value{{Attribute: "sure", Text: "false"}, {Attribute: "towards", Entries: []string{"minister"}}}}, {Label: "long"}}}},
		annotations.ChangeSet{Document: "empty", Annotator: annotations.DefaultAnnotator, About: annotations.About{State: annotations.StateOpen, Note: "there is nothing"}},
		annotations.AddRelation{Relation: relation},
		annotations.AddRelation{Relation: ours},
	}})
}
