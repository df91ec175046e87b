package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keeping"
	"spanwise/app/ui/kit"
	"spanwise/app/ui/writing"
)

// shownSentences is how many lines of one notice are open at once; the rest
// is folded, so that a long report does not push the text away.
const shownSentences = 4

// noticeBoard draws the notices of some kinds. Newest is the session's revision
// where one of them offers to take it back, else 0.
type noticeBoard struct {
	app.Compo

	Page   *Page
	Urgent bool
	Told   []desk.Notice
	Newest int
	Holds  standing
	Advice keeping.Advice
}

// renderUrgent draws what must be seen wherever a person is in the text: what
// failed, what was just done, and what holds for as long as it holds.
func (p *Page) renderUrgent() app.UI {
	return &noticeBoard{Page: p, Urgent: true, Told: p.desk.Notices.List, Newest: p.newest(), Holds: p.standing()}
}

// OnMount keeps room for what is urgent, so that it never lies over the text.
func (b *noticeBoard) OnMount(ctx app.Context) {
	if b.Urgent {
		browser.KeepRoom(ctx.JSSrc(), "--told")
	}
}

// renderReports draws what can wait until a person is at the top of the text,
// where it covers nothing.
func (p *Page) renderReports() app.UI {
	return &noticeBoard{Page: p, Told: p.desk.Notices.List, Newest: p.newest(), Advice: p.keeping.Advice()}
}

// newest is the session's revision where a notice tells of it, else 0.
func (p *Page) newest() int {
	if r := p.desk.Session.Revision(); slices.ContainsFunc(p.desk.Notices.List, func(n desk.Notice) bool { return n.Undo == r }) {
		return r
	}
	return 0
}

// Render draws the board.
func (b *noticeBoard) Render() app.UI {
	if !b.Urgent {
		return app.Div().Class("notices").Aria("live", "polite").Body(
			b.Page.keeping.RenderAdvice(b.Advice), b.renderNotices(),
		)
	}
	return app.Div().Class("notices", "urgent").Aria("live", "polite").Body(
		b.Page.renderStanding(b.Holds), b.renderNotices(),
	)
}

func (b *noticeBoard) renderNotices() app.UI {
	return app.Range(b.Told).Slice(func(i int) app.UI {
		if n := b.Told[i]; b.Urgent == (n.Kind != desk.Warning) {
			return b.renderNotice(i, n)
		}
		return app.Div().Hidden(true)
	})
}

func (b *noticeBoard) renderNotice(index int, n desk.Notice) app.UI {
	first, rest := n.Sentences, []string(nil)
	if len(first) > shownSentences {
		first, rest = first[:shownSentences], first[shownSentences:]
	}
	role := "note"
	if n.Kind == desk.Failure {
		role = "alert"
	}
	return app.Div().Class("notice", string(n.Kind)).Attr("role", role).Body(
		app.Div().Class("sentences").Body(
			renderSentences(first),
			app.If(len(rest) > 0, func() app.UI {
				return app.Details().Body(
					app.Summary().Text(strconv.Itoa(len(rest))+" more"),
					renderRest(rest),
				)
			}),
		),
		app.If(n.Undo != 0 && n.Undo == b.Newest, func() app.UI {
			return app.Button().Type("button").Class("quiet").DataSet("notice", index).
				Text("Take it back").OnClick(b.Page.onTakeBack)
		}),
		app.If(n.Offer != "", func() app.UI {
			return app.Button().Type("button").Class("quiet").DataSet("notice", index).
				Text(n.Offer).OnClick(b.Page.onOffer)
		}),
		app.Button().Type("button").Class("icon close").DataSet("notice", index).
			Aria("label", "Put this notice away").OnClick(b.Page.onPutAway),
	)
}

func renderSentences(sentences []string) app.UI {
	return app.Range(sentences).Slice(func(i int) app.UI {
		return app.P().Text(kit.Sentence(sentences[i]))
	})
}

// renderRest draws what is folded as one text: a report may have a line for
// each of thousands of articles.
func renderRest(sentences []string) app.UI {
	lines := make([]string, len(sentences))
	for i, line := range sentences {
		lines[i] = kit.Sentence(line)
	}
	return app.P().Class("rest").Text(strings.Join(lines, "\n"))
}

func (p *Page) onPutAway(ctx app.Context, e app.Event) {
	p.desk.Notices.Remove(kit.IndexOf(ctx, "notice"))
	p.desk.FocusText()
}

// onOffer does what a notice offers.
func (p *Page) onOffer(ctx app.Context, e app.Event) {
	index := kit.IndexOf(ctx, "notice")
	if index < 0 || index >= len(p.desk.Notices.List) || !p.desk.MayEdit() {
		return
	}
	n := p.desk.Notices.List[index]
	p.desk.Notices.Remove(index)
	p.desk.FocusText()
	n.Take()
}

func (p *Page) onTakeBack(ctx app.Context, e app.Event) {
	p.desk.Notices.Remove(kit.IndexOf(ctx, "notice"))
	p.undo()
	p.desk.FocusText()
}

// standing is what holds for as long as it holds: a newer version's tab that has
// taken over, a database that is not open yet, work that is not kept (and why), a
// new version.
type standing struct {
	locked  string
	opening bool
	unkept  string
	failed  bool
	update  bool
	draft   writing.Offered
}

func (p *Page) standing() standing {
	return standing{
		locked:  p.keeping.LockedWhy(),
		opening: p.desk.Stage == desk.Late,
		unkept:  p.keeping.Unkept(),
		failed:  p.desk.Session.Saving().State == session.Failed,
		update:  p.update,
		draft:   p.writing.Offered(),
	}
}

func (p *Page) renderStanding(s standing) app.UI {
	return app.Div().Class("standing").Body(
		app.If(s.locked != "", func() app.UI {
			return kit.RenderBanner(s.locked,
				app.Button().Type("button").Class("quiet").Text("Export now").OnClick(p.keeping.OnExport),
				app.Button().Type("button").Class("quiet").Text("Reload the page").OnClick(p.onReload))
		}),
		app.If(s.opening, func() app.UI {
			return kit.RenderBanner("The browser is still opening its database. You can read; marking starts when it has.")
		}),
		app.If(s.unkept != "", func() app.UI { return p.keeping.RenderUnkept(s.unkept, s.failed) }),
		app.If(s.update, func() app.UI {
			return kit.RenderBanner("A new version of Spanwise is ready. Your work is kept; the page loads again.",
				app.Button().Type("button").Class("quiet").Text("Reload to update").OnClick(p.onAcceptUpdate))
		}),
		app.If(s.draft.Says != "", func() app.UI { return p.writing.RenderOffered(s.draft) }),
	)
}
