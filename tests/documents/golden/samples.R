# Makes samples.csv beside it: Rscript samples.R. R is not needed to run the tests.
# For pairs of shares in percent, the p-values of the two-sided test of two proportions without a
# correction for continuity, at equal sizes around the smallest at which it rejects at 5 percent.
options(digits = 15)
pairs <- rbind(c(55, 37), c(55.5, 36.5), c(54.5, 37.5), c(46, 11), c(75, 62), c(62, 56), c(3, 1))
rows <- list()
for (i in seq_len(nrow(pairs))) {
  p <- pairs[i, ] / 100
  value <- function(n) suppressWarnings(prop.test(n * p, c(n, n), correct = FALSE))$p.value
  n <- 2
  while (value(n) > 0.05) n <- n + 1
  rows[[i]] <- data.frame(high = pairs[i, 1], low = pairs[i, 2], size = n,
                          before = value(n - 1), at = value(n))
}
write.csv(do.call(rbind, rows), "samples.csv", row.names = FALSE, quote = FALSE)
