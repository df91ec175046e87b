package kit

import "spanwise/app/browser"

// MiddleOf is the middle of a box from left to right.
func MiddleOf(r browser.Rect) float64 { return (r.Left + r.Right) / 2 }

// SameLine reports whether two boxes share more than half of the lower one's
// height.
func SameLine(a, b browser.Rect) bool {
	shared := min(a.Bottom, b.Bottom) - max(a.Top, b.Top)
	return shared > min(a.Bottom-a.Top, b.Bottom-b.Top)/2
}
