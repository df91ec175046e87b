package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/app/ui/spans"
)

// ownControls are the controls of the spans and the labels. While another has the
// keyboard, such as Export, no key changes a span.
const ownControls = ".details, .marked:not(.beside), .handles, .labels, .palette, .reshape, .relating"

// focusOf says where the keyboard is.
func focusOf(target app.Value) keyboard.Focus {
	switch {
	case browser.Within(target, "#"+kit.ArticleID):
		return keyboard.OnText
	case browser.Within(target, ownControls):
		return keyboard.OnSpan
	case browser.Within(target, "button, input, a, summary, [tabindex]"):
		return keyboard.OnOther
	}
	return keyboard.OnNothing
}

// onKey carries out strokes that are not meant for a field or a dialog.
func (p *Page) onKey(ctx app.Context, e app.Event) bool {
	target := e.Get("target")
	if p.desk.Session == nil || browser.Within(target, "input:not([type=checkbox]), select, textarea, dialog") {
		return false
	}
	s, at := kit.StrokeOf(e), focusOf(target)
	meant := p.desk.Keys.Read(s, kit.KeysOfLabels(p.desk.Scheme()), at)
	done := false
	switch {
	case p.desk.Bare() && meant.Command != kit.UndoCommand && meant.Command != kit.RedoCommand:
	case p.relations.TakeKey(s, browser.Within(target, ".relating") || p.desk.Keys.SinglesAct(at)):
		done = true
	case !s.Command && browser.Within(target, spans.InFields):
	default:
		done = p.carryOut(ctx, meant, s)
	}
	if done {
		e.PreventDefault()
	}
	return done
}

// carryOut does what a stroke means, and reports whether there was anything to do;
// otherwise the key stays the browser's. What marks or deletes is done once, however
// long its key is held down.
func (p *Page) carryOut(ctx app.Context, meant keyboard.Meaning, s keyboard.Stroke) bool {
	if meant.Label != "" && !s.Repeat {
		if p.text.AdoptSelection() && !p.text.UseLabel(meant.Label) {
			p.desk.Say("Select text first, then press the label's key")
		}
		return true
	}
	for _, c := range p.keys.Commands {
		if c.ID == meant.Command && c.Do != nil {
			return (c.Repeats || !s.Repeat) && c.Do(ctx, s)
		}
	}
	return false
}
