# Makes the raking*.csv beside it: Rscript raking.R, with Debian's r-cran-survey. R is not needed to
# run the tests. Base weights and classes of thirty respondents, and the weights that rake() and
# postStratify() of the package survey make of them.
library(survey)
options(digits = 17)
out <- function(x, file) write.csv(x, file, row.names = FALSE, quote = FALSE)

n <- 30
stratum <- rep(c("kleiner", "isd", "stad"), c(14, 9, 7))
size <- c("laag", "midden", "hoog")[1 + (seq_len(n) * 7) %% 3]
size[c(3, 11)] <- "laag"; size[c(17, 25)] <- "hoog"
region <- c("noord", "zuid")[1 + (seq_len(n) * 5) %% 7 %/% 4]
weight <- round(1 + ((seq_len(n) * 37) %% 23) / 5, 1)
data <- data.frame(stratum, size, region, weight)
margins <- list(stratum = c(kleiner = 60, isd = 25, stad = 15),
                size = c(laag = 30, midden = 40, hoog = 30), region = c(noord = 55, zuid = 45))
frame <- function(name) setNames(data.frame(names(margins[[name]]), margins[[name]]),
                                 c(name, "Freq"))
d <- svydesign(id = ~1, weights = ~weight, data = data)
data$poststratified <- weights(postStratify(d, ~stratum, frame("stratum")))
tight <- list(maxit = 1000, epsilon = 1e-11, verbose = FALSE)
data$raked_two <- weights(rake(d, list(~stratum, ~size), list(frame("stratum"), frame("size")),
                               control = tight))
data$raked_three <- weights(rake(d, list(~stratum, ~size, ~region),
                                 list(frame("stratum"), frame("size"), frame("region")),
                                 control = tight))
out(data, "raking.csv")
out(data.frame(margin = rep(names(margins), lengths(margins)),
               class = unlist(lapply(margins, names)), total = unlist(margins)),
    "raking_margins.csv")
