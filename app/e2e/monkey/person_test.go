package monkey

import (
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"

	"spanwise/app/e2e/chromium"
)

// do does an event.
func (s *stage) do(e Event) {
	switch e.Kind {
	case Click, Drag, Down, Up, LongPress, Hover, Wheel:
		s.point(e)
	case Mark:
		s.mark(e)
	case Key:
		for range max(1, e.Times) {
			s.key(e.What, e.Code, e.Held)
		}
	case Type:
		send(s.tab(), input.InsertText, input.InsertTextParams{Text: e.What})
	case Compose:
		s.compose(e.What, e.By)
	case Select:
		ask[string](s.tab(), "select", e.By, jsSpot(e.At), jsSpot(e.To))
	case Files:
		s.files(e)
	case Paste:
		ask[any](s.tab(), "paste", string(s.file(e.What).Data))
	case Meddle:
		ask[any](s.tab(), "meddle", e.By, jsSpot(e.At))
	case Fault:
		ask[any](s.tab(), "fail", e.By)
	case Wait:
		time.Sleep(time.Duration(e.Times) * time.Millisecond)
	case Rest:
		s.rest()
	case Audit:
		s.audit()
	default:
		s.surround(e)
	}
}

// mark selects a piece of the text and presses a label's key.
func (s *stage) mark(e Event) {
	switch e.By {
	case "script":
		ask[string](s.tab(), "select", "texts", jsSpot(e.At), jsSpot(e.To))
	case "touch":
		s.point(Event{Kind: LongPress, At: e.At, To: e.To})
	default:
		s.point(Event{Kind: Drag, By: e.By, At: e.At, To: e.To})
	}
	s.key(e.What, "Digit"+e.What, 0)
}

// hand is the pointer that is down, and where.
type hand struct {
	by string // "" while none is
	at chromium.Point
}

// point does what a hand does with a mouse, a pen or a finger.
func (s *stage) point(e Event) {
	if e.Kind == Up {
		s.letGo()
		return
	}
	spots := []Spot{e.At}
	if e.To != (Spot{}) && e.Kind != LongPress {
		spots = append(spots, e.To)
	}
	at, ok := s.points(spots...)
	if !ok {
		return
	}
	switch e.Kind {
	case Click:
		for i := 1; i <= e.Times; i++ {
			s.down(e.By, at[0], i, e.Held)
			s.up(i, e.Held)
		}
	case Drag:
		s.down(e.By, at[0], 1, e.Held)
		s.move(chromium.Point{X: (at[0].X + at[1].X) / 2, Y: (at[0].Y + at[1].Y) / 2}, e.Held)
		s.move(at[1], e.Held)
		s.up(1, e.Held)
	case Down:
		s.down(e.By, at[0], 1, e.Held)
	case LongPress:
		s.down("touch", at[0], 1, 0)
		ask[string](s.tab(), "select", "texts", jsSpot(e.At), jsSpot(e.To))
		s.up(1, 0)
	case Hover:
		s.mouse(input.DispatchMouseEventTypeMouseMoved, "mouse", at[0], 0, 0)
	case Wheel:
		send(s.tab(), input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: input.DispatchMouseEventTypeMouseWheel, X: at[0].X, Y: at[0].Y, DeltaX: 0.01, DeltaY: e.Share * 1600}) // the protocol misses a 0
	}
}

// letGo lifts what is down.
func (s *stage) letGo() {
	if s.hand.by != "" {
		s.up(1, 0)
	}
}

// down puts a pointer down. A person has one hand here.
func (s *stage) down(by string, at chromium.Point, count int, held Modifiers) {
	s.letGo()
	if by == "touch" {
		s.touch(input.DispatchTouchEventTypeTouchStart, held, &input.TouchPoint{X: at.X, Y: at.Y})
	} else {
		s.mouse(input.DispatchMouseEventTypeMousePressed, by, at, count, held)
	}
	s.hand = hand{by, at}
}

func (s *stage) move(at chromium.Point, held Modifiers) {
	if s.hand.by == "touch" {
		s.touch(input.DispatchTouchEventTypeTouchMove, held, &input.TouchPoint{X: at.X, Y: at.Y})
	} else {
		s.mouse(input.DispatchMouseEventTypeMouseMoved, s.hand.by, at, 1, held)
	}
	s.hand.at = at
}

func (s *stage) up(count int, held Modifiers) {
	h := s.hand
	s.hand = hand{}
	if h.by == "touch" {
		s.touch(input.DispatchTouchEventTypeTouchEnd, held)
	} else {
		s.mouse(input.DispatchMouseEventTypeMouseReleased, h.by, h.at, count, held)
	}
}

func (s *stage) mouse(kind input.DispatchMouseEventType, by string, at chromium.Point, count int, held Modifiers) {
	e := input.DispatchMouseEventParams{
		Type: kind, X: at.X, Y: at.Y, Modifiers: int64(held), PointerType: input.DispatchMouseEventPointerType(by)}
	if count > 0 {
		e.Button, e.Buttons, e.ClickCount = input.MouseButtonLeft, 1, int64(count)
	}
	if kind == input.DispatchMouseEventTypeMouseReleased {
		e.Buttons = 0
	}
	send(s.tab(), input.DispatchMouseEvent, e)
}

func (s *stage) touch(kind input.DispatchTouchEventType, held Modifiers, points ...*input.TouchPoint) {
	if points == nil {
		points = []*input.TouchPoint{}
	}
	send(s.tab(), input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points, Modifiers: int64(held)})
}

// inputPatience is how long a page may take for an input. Chromium now and then
// forgets to say that it has handled one, and does so for each while a tab is
// hidden; whether the page lives is seen when it is asked the next question.
const inputPatience = 3 * time.Second

// send sends an input to a page.
func send[P any](p *chromium.Page, command cdp.Command[P, cdp.Empty], params P) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		chromium.Command(p, command, params)
	}()
	select {
	case <-done:
	case <-time.After(inputPatience):
		chromium.Command(p, page.BringToFront, cdp.Empty{})
	}
}
