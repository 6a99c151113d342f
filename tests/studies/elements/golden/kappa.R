# Makes the csv files beside it: Rscript kappa.R. R and its package psych are not needed to run the
# tests. Two coders of 15 interventions: twelve elements and a rung each, with cohen.kappa: plain
# over all decisions and per element, weighted by squares for rungs.
suppressMessages(library(psych))
options(digits = 15)
set.seed(2012)
n <- 15; e <- 12
truth <- matrix(rbinom(n * e, 1, 0.45), n)
noisy <- function(chance) abs(truth - rbinom(n * e, 1, chance))
first <- noisy(0.05); second <- noisy(0.15)
first[, 12] <- 0; second[, 12] <- 0; second[3, 12] <- 1; first[, 11] <- 0; second[, 11] <- 0
rung <- sample(0:4, n, replace = TRUE, prob = c(3, 4, 5, 2, 1))
rungs <- cbind(rung, pmin(4, pmax(0, rung + sample(c(-1, 0, 0, 0, 1), n, replace = TRUE))))
codings <- function(marks, rungs) {
  frame <- as.data.frame(marks); names(frame) <- sprintf("e%02d", 1:e)
  cbind(intervention = sprintf("i%02d", 1:n), frame, rung = rungs)
}
write.csv(codings(first, rungs[, 1]), "first.csv", row.names = FALSE, quote = FALSE)
write.csv(codings(second, rungs[, 2]), "second.csv", row.names = FALSE, quote = FALSE)
kappa <- function(a, b) suppressWarnings(cohen.kappa(cbind(a, b)))
rows <- data.frame(name = "all", same = mean(first == second),
                   kappa = kappa(c(first), c(second))$kappa)
for (i in 1:10) rows <- rbind(rows, data.frame(name = sprintf("e%02d", i),
  same = mean(first[, i] == second[, i]), kappa = kappa(first[, i], second[, i])$kappa))
rows <- rbind(rows, data.frame(name = "rung", same = mean(rungs[, 1] == rungs[, 2]),
  kappa = kappa(rungs[, 1], rungs[, 2])$weighted.kappa))
write.csv(rows, "kappa.csv", row.names = FALSE, quote = FALSE)
