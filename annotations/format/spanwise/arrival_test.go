package spanwise

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestAFileSaysWhereATextCameFromAndWhatWasDoneToIt(t *testing.T) {
	d := newDocument(t, "doc", "Talks", text)
	details := d.Details
	details.File, details.Changes = "talks.txt", "The text was decoded from Windows-1252."
	p := newProject(t, annotations.AddDocument{Document: d.WithDetails(details), At: -1})
	data := write(t, p)
	if err := compile(t).Validate(generic(t, data)); err != nil {
		t.Error(err)
	}
	got, _ := read(t, data).Document("doc")
	if diff := cmp.Diff(details, got.Details); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	bare := write(t, newProject(t, annotations.AddDocument{Document: d, At: -1}))
	if bytes.Contains(bare, []byte(`"file"`)) || bytes.Contains(bare, []byte(`"changes"`)) {
		t.Error("a text that came from no file has fields about it, so that older files would be other bytes")
	}
}

func TestANameOfAFileThatDiffersIsSaidAndNotAsked(t *testing.T) {
	d := newDocument(t, "doc", "Talks", text)
	from := func(name, changes string) *annotations.Project {
		details := d.Details
		details.File, details.Changes = name, changes
		return newProject(t, annotations.AddDocument{Document: d.WithDetails(details), At: -1})
	}
	mark := annotations.AddSpan{Document: "doc", Annotator: annotations.DefaultAnnotator, Span: spanOn(t, d, "s", "actor", "Shoigu")}
	theirs := from("talks (1).txt", "")

	got, report := merged(t, apply(t, from("talks.txt", "x"), mark), theirs)
	wantReport(t, report, "“Talks”: different in the file, ours kept: file, what was done to it on its way in")
	if have, _ := got.Document("doc"); have.File != "talks.txt" || have.Changes != "x" {
		t.Errorf("ours is not kept: %+v", have.Details)
	}

	got, report = merged(t, apply(t, from("", ""), mark), theirs)
	wantReport(t, report, "“Talks”: taken from the file: file")
	if have, _ := got.Document("doc"); have.File != "talks (1).txt" {
		t.Errorf("a gap is not filled: %+v", have.Details)
	}
}
