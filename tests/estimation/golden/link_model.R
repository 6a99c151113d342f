# Makes the link_model*.csv beside it: Rscript link_model.R, with Debian's r-cran-sandwich. R is not
# needed to run the tests. A logistic model of ninety respondents on an amount and two terms of ones
# and zeros: average effects with the covariance HC1 of the package sandwich, by the delta method.
library(sandwich)
options(digits = 17)
out <- function(x, file) write.csv(x, file, row.names = FALSE, quote = FALSE)

n <- 90
i <- seq_len(n)
data <- data.frame(amount = 5 + (i * 37) %% 61 / 10, first = as.integer((i * 7) %% 10 < 3),
                   second = as.integer((i * 11) %% 13 < 7))
chance <- plogis(-5 + 0.5 * data$amount + 0.8 * data$first + 0.6 * data$second)
data$outcome <- as.integer((i * 29) %% 83 / 83 < chance)
out(data, "link_model.csv")

fit <- glm(outcome ~ amount + first + second, binomial, data,
           control = glm.control(epsilon = 1e-14, maxit = 100))
covariance <- vcovHC(fit, type = "HC1")
x <- model.matrix(fit)
at <- function(name, value) { x[, name] <- value; x }
slope <- function(eta) plogis(eta) * (1 - plogis(eta))
row <- function(term, effect, gradient) {
  error <- sqrt(drop(t(gradient) %*% covariance %*% gradient))
  reach <- qnorm(0.975) * error
  data.frame(term, effect, low = effect - reach, high = effect + reach,
             p = 2 * pnorm(-abs(effect / error)))
}
b <- coef(fit)
eta <- drop(x %*% b)
d <- slope(eta)
# The slope of the chance by the amount, and how each coefficient moves it.
gradient <- b["amount"] * colMeans(d * (1 - 2 * plogis(eta)) * x)
gradient["amount"] <- gradient["amount"] + mean(d)
rows <- list(row("amount", mean(d) * b["amount"], gradient))
for (term in c("first", "second")) {
  with <- at(term, 1); without <- at(term, 0)
  rows[[term]] <- row(term, mean(plogis(with %*% b) - plogis(without %*% b)),
                      colMeans(drop(slope(with %*% b)) * with - drop(slope(without %*% b)) * without))
}
out(do.call(rbind, rows), "link_model_results.csv")
