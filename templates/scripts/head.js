try { const theme = localStorage["guide-theme"]; if (theme) document.documentElement.dataset.theme = document.querySelector("meta[name=color-scheme]").content = theme; } catch {}
