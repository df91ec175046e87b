package spanwise

import (
	"testing"

	"spanwise/annotations"
)

func TestTheReadyMadeSchemesAreValidInAFileAndComeBackWhole(t *testing.T) {
	schema := compile(t)
	ready := annotations.ReadyMade()
	if len(ready) < 8 {
		t.Fatalf("there are %d ready-made schemes", len(ready))
	}
	for _, r := range ready {
		t.Run(r.ID, func(t *testing.T) {
			p, err := annotations.NewProject(r.Scheme)
			if err != nil {
				t.Fatal(err)
			}
			data := write(t, p)
			if err := schema.Validate(generic(t, data)); err != nil {
				t.Errorf("the file does not fit its schema: %v", err)
			}
			sameFile(t, p, read(t, data))
		})
	}
}

func TestALabelOfAFileThatIsOlderThanAttributesDiffersInNothing(t *testing.T) {
	old := fourLabels()
	d := newDocument(t, "a", "A", "Shoigu met the envoy.")
	into, err := annotations.NewProject(annotations.DefaultScheme(), d)
	if err != nil {
		t.Fatal(err)
	}
	into = apply(t, into, annotations.AddSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: spanOn(t, d, "s", "actor", "Shoigu")})
	file, err := annotations.NewProject(old, d)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := PlanMerge(into, file, Choices{ByID: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Conflicts) > 0 || len(plan.Edit.Edits) > 0 {
		t.Errorf("conflicts %+v, edits %+v", plan.Conflicts, plan.Edit.Edits)
	}
}
