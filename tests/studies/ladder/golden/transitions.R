# Makes the csv files beside it: Rscript transitions.R. R is not needed to run the tests.
# Steps on a ladder of three rungs by persons who differ; their shares with the errors of survey and
# the intervals of prop.test, the fundamental matrix of markovchain, and two groups held side by
# side.
library(survey)
suppressMessages(library(markovchain))
options(digits = 17)
save <- function(frame, file) write.csv(frame, file, row.names = FALSE, quote = FALSE)

set.seed(1960)
rungs <- 3
steps <- do.call(rbind, lapply(1:150, function(person) {
  eager <- rbeta(1, 1, 3); now <- sample(rungs, 1); rows <- NULL
  for (step in seq_len(sample(2:6, 1))) {
    chance <- c(.15, 1 - .15 - .7 * eager - .1, .7 * eager, .1)
    to <- now + sample(c(-1, 0, 1, 9), 1, prob = pmax(chance, .01))
    to <- if (to > 4) 4 else min(max(to, 1), 3)
    rows <- rbind(rows, data.frame(person = person, origin = now, target = to))
    if (to == 4) break
    now <- to
  }
  rows
}))
save(steps, "steps.csv")

wilson <- function(share, size, level) {
  # prop.test takes whole answers only; its formula is that of any size.
  suppressWarnings(prop.test(share * size, size, conf.level = level, correct = FALSE))$conf.int
}
cells <- do.call(rbind, lapply(1:3, function(origin) {
  rows <- steps[steps$origin == origin, ]
  rows$to <- factor(rows$target, levels = sort(unique(rows$target)))
  found <- svymean(~to, svydesign(ids = ~person, weights = ~1, data = rows))
  share <- as.numeric(coef(found)); V <- vcov(found); n <- nrow(rows); k <- length(share)
  plain <- (diag(share) - outer(share, share)) / n
  whole <- mean(eigen(solve(plain[-1, -1], V[-1, -1]))$values)
  own <- diag(V) / diag(plain)
  effect <- pmax(own, Re(whole), 1)
  few <- (qnorm(.975) / qt(.975, length(unique(rows$person)) - 1))^2
  limits <- t(sapply(seq_len(k), function(i) wilson(share[i], n * few / effect[i], .95)))
  data.frame(origin = origin, target = as.integer(levels(rows$to)), share = share,
             se = sqrt(diag(V)), low = limits[, 1], high = limits[, 2])
}))
save(cells, "cells.csv")

# Wilson's interval, and Goodman's: the same with the level divided over four cells.
counts <- expand.grid(count = c(0, 1, 7, 20), size = c(20, 133))
level <- c(0.95, 1 - 0.05 / 4)
plain <- do.call(rbind, lapply(level, function(l) {
  ends <- t(mapply(function(k, n) wilson(k / n, n, l), counts$count, counts$size))
  data.frame(counts, level = l, low = ends[, 1], high = ends[, 2])
}))
save(plain, "wilson.csv")

whole <- matrix(0, 4, 4, dimnames = list(1:4, 1:4))
for (i in seq_len(nrow(cells))) whole[cells$origin[i], cells$target[i]] <- cells$share[i]
whole[4, 4] <- 1
chain <- new("markovchain", transitionMatrix = whole, states = as.character(1:4))
until <- meanAbsorptionTime(chain)
save(data.frame(rung = 1:3, stay = 1 / (1 - diag(whole)[1:3]), until = as.numeric(until[1:3])),
     "absorption.csv")

# The share that rose of persons with an even number less that of others, and of the first steps of
# persons less that of later ones, who share persons; differences of ratios by survey.
steps$rose <- steps$target > steps$origin & steps$target <= rungs
steps$later <- ave(steps$person, steps$person, FUN = seq_along) > 2
difference <- function(side) {
  design <- svydesign(ids = ~person, weights = ~1, data = cbind(steps, side = side))
  fit <- svyglm(rose ~ side, design)
  data.frame(value = unname(coef(fit)[2]), se = unname(sqrt(vcov(fit)[2, 2])))
}
save(rbind(cbind(case = "groups", difference(steps$person %% 2 == 0)),
           cbind(case = "periods", difference(steps$later))), "differences.csv")

persons <- data.frame(member = rep(c(TRUE, FALSE), c(60, 90)))
persons$age <- round(rnorm(150, ifelse(persons$member, 44, 41), 9))
persons$sex <- ifelse(runif(150) < ifelse(persons$member, .6, .5), "vrouw", "man")
persons$household <- sample(c("alleen", "ouder", "paar"), 150, TRUE, c(.5, .2, .3))
persons$age[c(3, 100)] <- NA
save(persons, "persons.csv")
halves <- split(persons, factor(persons$member, c(TRUE, FALSE)))
of_number <- function(x) {
  x <- lapply(x, na.omit)
  (mean(x[[1]]) - mean(x[[2]])) / sqrt((var(x[[1]]) + var(x[[2]])) / 2)
}
of_categories <- function(x) {
  levels <- sort(unique(unlist(x)))
  p <- lapply(x, function(v) as.numeric(prop.table(table(factor(v, levels)))))
  spread <- Reduce(`+`, lapply(p, function(q) (diag(q) - outer(q, q))[-1, -1, drop = FALSE])) / 2
  sqrt(mahalanobis(p[[1]][-1], p[[2]][-1], spread))
}
save(data.frame(covariate = c("age", "sex", "household"),
                difference = c(of_number(lapply(halves, `[[`, "age")),
                               of_categories(lapply(halves, `[[`, "sex")),
                               of_categories(lapply(halves, `[[`, "household")))), "balance.csv")
