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
