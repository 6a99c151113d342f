# What haven reads of SPSS files, in lines with tabs: Rscript foreign.R OUT EFC FILE...
# EFC is written first, by haven, from the survey that comes with sjlabelled; empty for none.
suppressMessages(library(haven))
given <- commandArgs(trailingOnly = TRUE)
out <- file(given[1], "w", encoding = "UTF-8")
if (nzchar(given[2])) {
  load(system.file("data", "efc.RData", package = "sjlabelled"))
  write_sav(efc, given[2])
}
text <- function(x) {
  shown <- if (is.numeric(x)) sprintf("%.17g", x) else enc2utf8(as.character(x))
  shown[is.na(x)] <- ""
  gsub("[\t\r\n]", " ", shown)
}
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "", file = out)
for (path in given[-(1:2)]) {
  line("file", path)
  data <- read_sav(path, user_na = TRUE)
  for (name in names(data)) {
    column <- data[[name]]
    label <- attr(column, "label", exact = TRUE)
    line("variable", name, if (is.null(label)) "" else text(label))
    labels <- attr(column, "labels")
    for (place in seq_along(labels))
      line("value", text(unname(labels[place])), text(names(labels)[place]))
    for (value in attr(column, "na_values")) line("missing", text(value), text(value))
    range <- attr(column, "na_range")
    if (!is.null(range)) line("missing", text(range[1]), text(range[2]))
    cells <- if (inherits(column, "Date")) format(column)
      else if (inherits(column, "hms")) ifelse(is.na(column), NA, as.character(column))
      else if (inherits(column, "POSIXct")) format(column, "%Y-%m-%d %H:%M:%S", tz = "UTC")
      else unclass(column)
    line("cells", text(as.vector(cells)), "|")
  }
}
close(out)
