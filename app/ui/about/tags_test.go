package about

import (
	"testing"

	"spanwise/annotations"
)

func TestTagsAreSaidInOneLine(t *testing.T) {
	scheme := &annotations.Scheme{Tags: []annotations.Label{
		{ID: "b", Name: "Genre", Attributes: []annotations.Attribute{
			{ID: "kind", Name: "Kind", Type: annotations.Choice, Required: true, Options: []annotations.Option{{ID: "n", Name: "News"}}},
			{ID: "also", Name: "Also", Type: annotations.Choices, Options: []annotations.Option{{ID: "x", Name: "Long"}, {ID: "y", Name: "Illustrated"}}},
			{ID: "paid", Name: "paid for", Type: annotations.Flag},
		}},
		{ID: "a", Name: "Printed", Attributes: []annotations.Attribute{{ID: "when", Name: "When", Type: annotations.Date, Required: true}}},
	}}
	for _, tt := range []struct {
		name, want string
		tags       []annotations.Tag
	}{
		{"no tags", "", nil},
		{"a tag that lacks something", "Genre · 1 to do", []annotations.Tag{{Label: "b"}}},
		{"every type", "Genre: News, Long, Illustrated, not paid for · Printed: 2023-04", []annotations.Tag{
			{Label: "a", Values: []annotations.Value{{Attribute: "when", Date: &annotations.Timex{Type: "DATE", Value: "2023-04"}}}},
			{Label: "b", Values: []annotations.Value{
				{Attribute: "also", Choices: []string{"x", "y"}}, {Attribute: "kind", Text: "n"}, {Attribute: "paid", Text: "false"},
			}},
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tagsSaid(scheme, tt.tags, nil); got != tt.want {
				t.Errorf("want %q, got %q", tt.want, got)
			}
		})
	}
}
