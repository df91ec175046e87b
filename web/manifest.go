package web

import "encoding/json"

// Colours of the page before its own styles are there, and of the window's
// frame: paper by day and by night.
const (
	paper = "#fbfaf7"
	night = "#191a1c"
)

const description = "Mark who acts, who demands what, when, and where the wording takes sides in news articles. " +
	"Everything stays on this machine until it is exported."

// manifestIcon is an entry of the manifest's icons.
type manifestIcon struct {
	Src     string `json:"src"`
	Type    string `json:"type"`
	Sizes   string `json:"sizes"`
	Purpose string `json:"purpose,omitempty"`
}

// manifest is the web app manifest (W3C, Web Application Manifest). Its
// addresses are relative, so that the folder it is served from is what gets
// installed, and start_url and scope are that folder.
type manifest struct {
	Name            string         `json:"name"`
	ShortName       string         `json:"short_name"`
	Description     string         `json:"description"`
	Lang            string         `json:"lang"`
	ID              string         `json:"id"`
	StartURL        string         `json:"start_url"`
	Scope           string         `json:"scope"`
	Display         string         `json:"display"`
	BackgroundColor string         `json:"background_color"`
	ThemeColor      string         `json:"theme_color"`
	Icons           []manifestIcon `json:"icons"`
}

// manifestJSON is the manifest of a site whose static files are in folder.
func manifestJSON(folder string) ([]byte, error) {
	return json.MarshalIndent(manifest{
		Name: "Spanwise", ShortName: "Spanwise", Description: description, Lang: "en",
		ID: "./", StartURL: "./", Scope: "./", Display: "standalone",
		BackgroundColor: paper, ThemeColor: paper,
		Icons: []manifestIcon{
			{Src: folder + "/icon.svg", Type: "image/svg+xml", Sizes: "any"},
			{Src: folder + "/icon-192.png", Type: "image/png", Sizes: "192x192"},
			{Src: folder + "/icon-512.png", Type: "image/png", Sizes: "512x512"},
			{Src: folder + "/icon-maskable.png", Type: "image/png", Sizes: "512x512", Purpose: "maskable"},
		},
	}, "", "  ")
}
