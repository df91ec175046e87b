package e2e

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/performance"

	"spanwise/app/e2e/chromium"
)

//go:embed bench_page.js
var benchScript string

// work is an article to measure with. One on a single line has spaces where others
// have line breaks.
type work struct {
	name              string
	characters, spans int
	oneLine           bool
}

// works are the sizes of the articles, by the names that the outside bench has
// for them too; the last two are L and XL on a single line.
var works = []work{
	{"S", 3_000, 30, false}, {"M", 100_000, 1_000, false}, {"L", 1_000_000, 10_000, false}, {"XL", 3_000_000, 100_000, false},
	{"L1", 1_000_000, 10_000, true}, {"XL1", 3_000_000, 100_000, true},
}

// BenchmarkPage takes an article of each size through what a person does with
// it, in a browser of its own.
func BenchmarkPage(b *testing.B) {
	for _, work := range works {
		doc := makeBenchDoc(work)
		b.Run(work.name, func(b *testing.B) {
			for b.Loop() {
				p := openWith(b, doc)
				b.ReportMetric(await[float64](b, p, `bench.open()`), "open-ms")
				if megabytes, ok := p.Memory(); ok {
					b.ReportMetric(megabytes, "memory-MB")
				}
				b.ReportMetric(scrolled(p), "long-frames")
				b.ReportMetric(slowestJump(p), "jump-ms")
				b.ReportMetric(markedByMouse(p, doc.phrases[:10]), "mark-ms")
				b.ReportMetric(markedByKey(p, doc.phrases[10:20]), "mark-cpu-ms")
				p.Close()
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// openWith opens the page with the article in it, shown in the list and not yet
// open. The adaptor of the outside bench does it, as it does all that follows.
func openWith(b *testing.B, doc benchDoc) *chromium.Page {
	b.Helper()
	glue, err := os.ReadFile(filepath.Join("peerbench", "glue.js"))
	if err != nil {
		b.Fatal(err)
	}
	p := chromium.Open(b, chromium.Options{OwnBrowser: true, Height: 900, Script: benchScript + string(glue)})
	data := doc.json()
	p.Server.Answer("/some/folder/bench.json", func(w http.ResponseWriter, _ *http.Request) { w.Write(data) })
	await[any](b, p, `bench.prepare("bench.json")`)
	chromium.Command(p, performance.Enable, performance.EnableParams{})
	return p
}

// await evaluates a promise that may take minutes, and gives its value.
func await[T any](b *testing.B, p *chromium.Page, promise string) T {
	b.Helper()
	p.Do(`window.awaited = null; ` + promise + `.then((value) => { awaited = { value }; }, (error) => { awaited = { error: String(error) }; })`)
	for !chromium.Eval[bool](p, `!!awaited`) {
		time.Sleep(100 * time.Millisecond)
	}
	if problem := chromium.Eval[string](p, `awaited.error`); problem != "" {
		b.Fatalf("%s: %s", promise, problem)
	}
	return chromium.Eval[T](p, `awaited.value`)
}

// call is JavaScript that calls a function with a value.
func call(function string, value any) string {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("%s(%s)", function, data)
}

// scrolled turns the wheel for three seconds, 7,200 pixels each, and gives how
// many frames took over 50 ms.
func scrolled(p *chromium.Page) float64 {
	p.Do(`bench.watchFrames()`)
	still := true
	chromium.Command(p, input.SynthesizeScrollGesture, input.SynthesizeScrollGestureParams{
		X: 600, Y: 450, YDistance: -3 * 7200, Speed: 7200, PreventFling: &still, GestureSourceType: input.GestureSourceTypeMouse,
	})
	return chromium.Eval[float64](p, `bench.longFrames()`)
}

// slowestJump goes to ten places all over the article.
func slowestJump(p *chromium.Page) (slowest float64) {
	for i := range 10 {
		slowest = max(slowest, chromium.Eval[float64](p, fmt.Sprintf(`bench.jump(%g)`, float64(i*7%10)/10+0.05)))
	}
	return slowest
}

// markedByMouse drags over phrases with a label held, and gives the usual time
// until the mark is there.
func markedByMouse(p *chromium.Page, phrases []benchSpan) float64 {
	var times []float64
	for _, phrase := range phrases {
		way := chromium.Eval[struct{ From, To chromium.Point }](p, call(`bench.aim`, phrase))
		p.Do(`bench.arm()`)
		p.Drag(way.From, way.To, 0)
		times = append(times, chromium.Eval[float64](p, `bench.mouse`))
	}
	return usual(times)
}

// markedByKey selects phrases and presses the label's key, and gives what a mark
// usually costs the page's processor, in ms.
func markedByKey(p *chromium.Page, phrases []benchSpan) float64 {
	var times []float64
	for _, phrase := range phrases {
		chromium.Eval[any](p, call(`bench.aim`, phrase))
		time.Sleep(50 * time.Millisecond)
		before := busy(p)
		chromium.Eval[any](p, call(`bench.add`, phrase))
		times = append(times, busy(p)-before)
	}
	return usual(times)
}

// busy is how long the page has kept its processor so far, in ms.
func busy(p *chromium.Page) float64 {
	for _, m := range chromium.Command(p, performance.GetMetrics, cdp.Empty{}).Metrics {
		if m.Name == "TaskDuration" {
			return m.Value * 1000
		}
	}
	return 0
}

// BenchmarkThousandEdits makes a thousand edits that leave the largest article
// as it was, when all of it has been laid out and after a few that warm the page
// up, and reports the page's memory before and after them.
func BenchmarkThousandEdits(b *testing.B) {
	doc := makeBenchDoc(works[3])
	for b.Loop() {
		p := openWith(b, doc)
		await[float64](b, p, `bench.open()`)
		await[any](b, p, `bench.settled()`)
		edit(p, doc.phrases[:5], 20)
		if megabytes, ok := p.Memory(); ok {
			b.ReportMetric(megabytes, "before-MB")
		}
		edit(p, doc.phrases[5:], 20)
		if megabytes, ok := p.Memory(); ok {
			b.ReportMetric(megabytes, "after-MB")
		}
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
}

// edit marks each phrase a few times, and undoes it each time.
func edit(p *chromium.Page, phrases []benchSpan, times int) {
	for _, phrase := range phrases {
		chromium.Eval[any](p, call(`bench.aim`, phrase))
		for range times {
			chromium.Eval[any](p, call(`bench.add`, phrase))
			chromium.Eval[any](p, `bench.undo()`)
		}
	}
}

// usual is the median.
func usual(times []float64) float64 {
	slices.Sort(times)
	return (times[(len(times)-1)/2] + times[len(times)/2]) / 2
}
