package about

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// pointing is an attribute of a tag of the open article that points to entries, as it
// is now; there is none where either is gone.
func (r *Room) pointing(tag, attribute string) (p entryfield.Pointing, there bool) {
	t, a := r.tagAttribute(tag, attribute)
	if a == nil || a.Type != annotations.Entries {
		return p, false
	}
	v, _ := annotations.ValueOf(t.Values, attribute)
	return entryfield.Pointing{Project: r.desk.Session.Project(), Attribute: a, Value: v}, true
}

// named are the names of the entries that the values of tags point to.
func (r *Room) named(about annotations.About) string {
	var all []string
	for _, t := range about.Tags {
		for _, v := range t.Values {
			all = append(all, kit.EntryNames(v, r.desk.Session.Project()))
		}
	}
	return strings.Join(all, "\n")
}

// renderPointing draws the entries that a value points to, and the field for another.
func (r *Room) renderPointing(tag string, a *annotations.Attribute) app.UI {
	p, there := r.pointing(tag, a.ID)
	if !there {
		return app.Div().Hidden(true)
	}
	return app.Div().Class("pointing").DataSet("tagged", tag).DataSet("value", a.ID).Body(
		p.Chips(),
		&entryfield.Field{Desk: r.desk, For: valueOf{r, r.desk.ArticleID, tag, a.ID}, Name: a.Name},
	)
}

// pressChip does what a button on an entry is for, and reports whether it is one.
func (r *Room) pressChip(target app.Value) bool {
	if id := browser.Data(browser.Closest(target, "[data-register]"), "register"); id != "" {
		r.desk.Ask.OpenRegister(id)
		return true
	}
	id := browser.Data(browser.Closest(target, "[data-drop]"), "drop")
	box := browser.Closest(target, "[data-tagged]")
	tag, attribute := browser.Data(box, "tagged"), browser.Data(box, "value")
	p, there := r.pointing(tag, attribute)
	if id == "" || !there {
		return false
	}
	if v, any := p.Without(id); any {
		r.setTagValue(tag, attribute, &v)
	} else {
		r.setTagValue(tag, attribute, nil)
	}
	return true
}

// valueOf is an attribute of a tag whose value points to entries. Only those of the
// register can be taken; the last rows make new ones.
type valueOf struct {
	room                    *Room
	Article, Tag, Attribute string
}

func (o valueOf) ID() string     { return "tag-" + o.Tag + "-" + o.Attribute }
func (o valueOf) About() string  { return o.Article }
func (o valueOf) Ready() bool    { return false }
func (o valueOf) New() string    { return "New entry" }
func (o valueOf) Unkept() string { return entryfield.PointingUnkept }
func (o valueOf) Forget()        {}
func (o valueOf) Took()          {}
func (o valueOf) Back()          { o.room.desk.FocusText() }

func (o valueOf) List(typed string) []entryfield.Suggestion {
	p, there := o.room.pointing(o.Tag, o.Attribute)
	if !there {
		return nil
	}
	return p.Offered(&o.room.suggest, typed)
}

// Take has the value point to what is suggested; a new entry comes into the register
// in the same step.
func (o valueOf) Take(s entryfield.Suggestion) {
	p, there := o.room.pointing(o.Tag, o.Attribute)
	switch {
	case !there:
	case s.New:
		o.room.nameNewEntry(o.Tag, p, s)
	default:
		v := p.With(s.Entry)
		o.room.setTagValue(o.Tag, o.Attribute, &v)
		o.room.desk.Say(s.Name)
	}
}

// nameNewEntry brings an entry into the register, and has a value point to it.
func (r *Room) nameNewEntry(tag string, p entryfield.Pointing, new entryfield.Suggestion) {
	entry := annotations.Entry{ID: annotations.NewID(), Label: new.Label, Name: new.Name}
	about := r.desk.Set().About()
	about.Tags = slices.Clone(about.Tags)
	t := tagOf(about.Tags, tag)
	t.Values = annotations.WithValue(t.Values, p.With(entry.ID))
	change := annotations.ChangeSet{Document: r.desk.ArticleID, Annotator: r.desk.Me(), About: about}
	r.desk.DoAll([]annotations.Edit{annotations.AddEntry{Entry: entry}, change}, func() {
		r.desk.Say("New in the register: " + new.Name)
	})
}

// Leave takes the entry that is called so.
func (o valueOf) Leave(typed string) bool {
	p, there := o.room.pointing(o.Tag, o.Attribute)
	if typed == "" || !there {
		return true
	}
	entry, err := p.Called(typed)
	if err != nil {
		o.room.desk.Notices.Add(desk.Failure, "“"+kit.Shorten(typed, kit.InClause)+"” was not kept: "+err.Error())
		return false
	}
	v := p.With(entry)
	o.room.setTagValue(o.Tag, o.Attribute, &v)
	return true
}
