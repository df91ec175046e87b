package entryfield

import (
	"errors"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// Pointing is what a field for a value that points to entries offers and takes: what
// every room that has such a field needs.
type Pointing struct {
	Project   *annotations.Project
	Attribute *annotations.Attribute
	Value     annotations.Value // as it is now, perhaps of none
}

// labels are those whose entries the attribute takes.
func (p Pointing) labels() []string {
	if len(p.Attribute.Labels) > 0 {
		return p.Attribute.Labels
	}
	var all []string
	for _, l := range p.Project.Scheme().Labels {
		all = append(all, l.ID)
	}
	return all
}

// Offered is what goes with words that were typed, but for the entries that the value
// points to already, and behind that a new entry of that name for each label. Before
// anything is typed it is the entries that are mentioned most.
func (p Pointing) Offered(suggest *Suggester, typed string) []Suggestion {
	suggest.Follow(p.Project)
	var list []Suggestion
	if typed == "" {
		list = suggest.Usual(p.Project, p.labels())
	} else {
		list = suggest.TypedOf(p.labels(), typed)
	}
	list = slices.DeleteFunc(list, func(s Suggestion) bool { return slices.Contains(p.Value.Entries, s.Entry) })
	if typed == "" {
		return list
	}
	for _, label := range p.labels() {
		s := Suggestion{Name: kit.OneLine(typed), Label: label, New: true}
		if len(p.labels()) > 1 {
			s.Hint = kit.LabelName(p.Project.Scheme(), label)
		}
		list = append(list, s)
	}
	return list
}

// Called is the entry that is called just so and that the attribute takes.
func (p Pointing) Called(name string) (entry string, err error) {
	e, namesakes := annotations.NewEntryNames(p.Project.Entries()).Find(p.Attribute, name)
	switch {
	case namesakes > 1:
		return "", errors.New("several entries of the register are called so")
	case e == nil:
		return "", errors.New("it is not in the register")
	}
	return e.ID, nil
}

// With is the value that points to one entry more, or where it takes one to that
// instead.
func (p Pointing) With(entry string) annotations.Value {
	v := annotations.Value{Attribute: p.Attribute.ID, Entries: []string{entry}}
	if p.Attribute.Several && !slices.Contains(p.Value.Entries, entry) {
		v.Entries = append(slices.Clone(p.Value.Entries), entry)
	} else if p.Attribute.Several {
		v.Entries = p.Value.Entries
	}
	return v
}

// Without is the value that does not point to an entry; none where it points to no
// other.
func (p Pointing) Without(entry string) (v annotations.Value, any bool) {
	v = annotations.Value{Attribute: p.Attribute.ID}
	for _, id := range p.Value.Entries {
		if id != entry {
			v.Entries = append(v.Entries, id)
		}
	}
	return v, len(v.Entries) > 0
}

// Chips draws the entries that the value points to: each a name that leads to the
// register, and a button that takes it out.
func (p Pointing) Chips() app.UI {
	ids := p.Value.Entries
	return app.Ul().Class("chips").Attr("role", "list").Aria("label", p.Attribute.Name).Hidden(len(ids) == 0).Body(
		app.Range(ids).Slice(func(i int) app.UI {
			name := EntryName(p.Project, ids[i])
			return app.Li().Class("chip").Body(
				kit.AsWritten(app.Button()).Type("button").Class("link").Title("In the register").DataSet("register", ids[i]).Text(name),
				app.Button().Type("button").Class("drop").DataSet("drop", ids[i]).Aria("label", "Take out "+name).Text("×"),
			)
		}),
	)
}

// EntryName is the name of an entry of a project, or "" where it is gone.
func EntryName(p *annotations.Project, id string) string {
	if e, there := p.Entry(id); there {
		return e.Name
	}
	return ""
}

// PointingUnkept says why what is typed into such a field is not kept.
const PointingUnkept = "This is not in the register. Choose an entry, or the row that makes a new one."
