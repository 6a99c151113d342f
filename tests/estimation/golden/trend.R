# Makes the trend*.csv beside it: Rscript trend.R, with Debian's r-cran-survey. R is not needed to
# run the tests. Changes between two rounds, as far as survey can express the design: two samples
# drawn apart, as strata of one design; and a panel, in which all of the second round are those of
# the first. In each a share, a share behind a routing question, and a mean of clients. Some did
# not answer, and of some it is known that they were not asked.
library(survey)
options(digits = 17, survey.lonely.psu = "adjust")
out <- function(x, file) write.csv(x, file, row.names = FALSE, quote = FALSE)
rows <- list()
add <- function(name, est) rows[[length(rows) + 1]] <<- data.frame(
  name, value = as.numeric(coef(est)), se = as.numeric(SE(est)))

# Drawn apart.
sizes <- list(c(232, 34, 31, 4), c(220, 40, 30, 4))
taken <- list(c(76, 27, 26, 4), c(61, 22, 19, 4))
one <- function(round) {
  data <- data.frame(round, stratum = rep(1:4, taken[[round]]),
                     N = rep(sizes[[round]], taken[[round]]))
  i <- seq_len(nrow(data)) + 5 * round
  data$share <- as.integer((i * 23) %% 31 < 9 + 4 * data$stratum + 5 * round)
  data$share[i %% 13 == 2] <- NA
  data$asked <- as.integer((i * 17) %% 29 < 15)
  data$asked[i %% 11 == 0] <- NA
  data$routed <- as.integer((i * 5) %% 19 < 4 + 3 * round)
  data$routed[!(data$asked %in% 1) | i %% 9 == 4] <- NA
  data$part <- ((i * 13) %% 41) / (41 + 9 * round)
  data$size <- round(60 * data$stratum^3 + (i * 31) %% 57)
  data
}
apart <- rbind(one(1), one(2))
apart$both <- 10 * apart$round + apart$stratum
out(apart, "trend_apart.csv")
for (name in c("share", "routed")) {
  known <- !is.na(apart[[name]]) | (name == "routed" & apart$asked %in% 0)
  d <- svydesign(id = ~1, strata = ~both, data = apart[known, ], fpc = ~N)
  d <- subset(d, !is.na(apart[known, name]))
  add(paste0("apart_", name), svycontrast(
    svyby(reformulate(name), ~round, d, svymean, covmat = TRUE), c(-1, 1)))
}
d <- svydesign(id = ~1, strata = ~both, data = apart, fpc = ~N)
add("apart_clients", svycontrast(svyby(~I(part * size), ~round, d, svyratio,
                                       denominator = ~size, covmat = TRUE), c(-1, 1)))

# A panel.
panel <- data.frame(stratum = rep(1:4, taken[[1]]), N = rep(sizes[[1]], taken[[1]]))
i <- seq_len(nrow(panel))
panel$share1 <- as.integer((i * 23) %% 31 < 10 + 3 * panel$stratum)
panel$share2 <- ifelse((i * 7) %% 10 < 7, panel$share1, as.integer((i * 11) %% 17 < 9))
panel$asked1 <- as.integer((i * 17) %% 29 < 18)
panel$asked2 <- ifelse((i * 5) %% 12 < 9, panel$asked1, 1 - panel$asked1)
panel$part1 <- ((i * 13) %% 41) / 50
panel$part2 <- (panel$part1 + ((i * 19) %% 37) / 50) / 2
panel$size1 <- round(60 * panel$stratum^3 + (i * 31) %% 57)
panel$size2 <- round(panel$size1 * (0.8 + ((i * 3) %% 7) / 10))
out(panel, "trend_panel.csv")
d <- svydesign(id = ~1, strata = ~stratum, data = panel, fpc = ~N)
add("panel_share", svycontrast(svymean(~share1 + share2, d), c(-1, 1)))
add("panel_share_differences", svymean(~I(share2 - share1), d))
t <- svytotal(~I(share1 * asked1) + asked1 + I(share2 * asked2) + asked2, d)
names(t) <- c("y1", "d1", "y2", "d2")
attr(t, "var") <- structure(attr(t, "var"), dimnames = list(names(t), names(t)))
add("panel_routed", svycontrast(t, quote(y2 / d2 - y1 / d1)))
t <- svytotal(~I(part1 * size1) + size1 + I(part2 * size2) + size2, d)
names(t) <- c("y1", "d1", "y2", "d2")
attr(t, "var") <- structure(attr(t, "var"), dimnames = list(names(t), names(t)))
add("panel_clients", svycontrast(t, quote(y2 / d2 - y1 / d1)))
out(do.call(rbind, rows), "trend_results.csv")
