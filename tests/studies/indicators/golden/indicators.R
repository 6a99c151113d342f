# Makes the csv files beside it: Rscript indicators.R. R is not needed to run the tests.
# Exact intervals by binom.test and poisson.test; control limits, p-values and dispersion written
# out from Spiegelhalter (2005) with R's own distributions; p.adjust; groups by prop.test,
# chisq.test and glm with dispersion.
options(digits = 15)
write <- function(frame, name) write.csv(frame, paste0(name, ".csv"), row.names = FALSE,
                                         quote = FALSE)

# Exact intervals.
pairs <- rbind(c(0, 12), c(12, 12), c(1, 3), c(7, 50), c(49, 50), c(312, 4180), c(5, 100000))
rows <- list()
for (level in c(0.9, 0.95, 0.998)) for (i in seq_len(nrow(pairs))) {
  x <- pairs[i, 1]; n <- pairs[i, 2]
  one <- binom.test(x, n, conf.level = level)$conf.int
  two <- poisson.test(x, n / 7, conf.level = level)$conf.int
  rows[[length(rows) + 1]] <- data.frame(level = level, events = x, persons = n, low = one[1],
    high = one[2], time = n / 7, rate_low = two[1], rate_high = two[2])
}
write(do.call(rbind, rows), "intervals")

# Municipalities: more variation than chance, some small, one exceptional.
set.seed(16)
m <- 60
persons <- c(1, 4, 9, round(exp(runif(m - 3, log(30), log(20000)))))
share <- plogis(qlogis(0.12) + rnorm(m, 0, 0.15)); share[10] <- 0.3
events <- rbinom(m, persons, share)
years <- persons / 3.7
visits <- rpois(m, years * 0.4 * exp(rnorm(m, 0, 0.1)))
policy <- rep(c("werk", "zorg", "samen"), length.out = m)
context <- rep(c("stad", "dorp"), each = m / 2)

# Spiegelhalter (2005), A.1: search for r step by step, independent of qbinom and qpois.
limit <- function(p, cdf) {
  r <- 0
  while (cdf(r) < p) r <- r + 1
  r - (cdf(r) - p) / (cdf(r) - cdf(r - 1))
}
limits <- function(cdf, at_risk) sapply(c(0.025, 0.975, 0.001, 0.999), function(p)
  max(limit(p, cdf), 0) / at_risk)
mid <- function(x, cdf) {
  half <- (cdf(x) - cdf(x - 1)) / 2
  min(1, 2 * min(cdf(x - 1) + half, 1 - cdf(x - 1) - half))
}
winsorised <- function(z, q = 0.1) {
  ends <- quantile(z, c(q, 1 - q))
  mean(pmin(pmax(z, ends[1]), ends[2])^2)
}
theta <- sum(events) / sum(persons); lambda <- sum(visits) / sum(years)
rows <- lapply(seq_len(m), function(i) {
  b <- function(r) pbinom(r, persons[i], theta)
  q <- function(r) ppois(r, lambda * years[i])
  bl <- limits(b, persons[i]); ql <- limits(q, years[i])
  data.frame(municipality = sprintf("g%02d", i), policy = policy[i], context = context[i],
    events = events[i], persons = persons[i], low95 = bl[1], high95 = bl[2], low998 = bl[3],
    high998 = bl[4], steps95 = qbinom(0.975, persons[i], theta) / persons[i],
    z = (events[i] / persons[i] - theta) / sqrt(theta * (1 - theta) / persons[i]),
    p = mid(events[i], b),
    visits = visits[i], years = years[i], rate_low95 = ql[1], rate_high95 = ql[2],
    rate_low998 = ql[3], rate_high998 = ql[4],
    rate_z = (visits[i] - lambda * years[i]) / sqrt(lambda * years[i]), rate_p = mid(visits[i], q))
})
towns <- do.call(rbind, rows)
towns$adjusted <- p.adjust(towns$p, "BH"); towns$rate_adjusted <- p.adjust(towns$rate_p, "BH")
phi <- winsorised(towns$z)
for (level in c(0.95, 0.998)) {
  reach <- qnorm((1 + level) / 2) * sqrt(phi * theta * (1 - theta) / persons)
  towns[[paste0("wide_low", level * 1000)]] <- pmax(0, theta - reach)
  towns[[paste0("wide_high", level * 1000)]] <- pmin(1, theta + reach)
}
towns$wide_p <- 2 * pnorm(-abs(towns$z) / sqrt(phi))
write(towns, "towns")

# Groups.
both <- data.frame(kind = character(), by = character(), group = character(), chi2 = double(),
                   p = double())
tests <- list()
for (by in c("policy", "policy+context")) {
  g <- if (by == "policy") policy else paste(policy, context)
  for (kind in c("proportion", "rate")) {
    for (one in unique(g)) {
      k <- g == one
      test <- if (kind == "proportion") suppressWarnings(prop.test(events[k], persons[k],
        correct = FALSE)) else suppressWarnings(chisq.test(visits[k], p = years[k] / sum(years[k])))
      both <- rbind(both, data.frame(kind = kind, by = by, group = one,
        chi2 = unname(test$statistic), p = test$p.value))
    }
    fit <- function(family, rhs) if (kind == "proportion")
      glm(as.formula(paste("cbind(events, persons - events) ~", rhs)), family = family) else
      glm(as.formula(paste("visits ~ offset(log(years)) +", rhs)), family = family)
    chance <- if (kind == "proportion") binomial() else poisson()
    quasi <- if (kind == "proportion") quasibinomial() else quasipoisson()
    test <- anova(fit(chance, "1"), fit(chance, "g"), test = "Chisq")
    wide <- anova(fit(quasi, "1"), fit(quasi, "g"), test = "F")
    tests[[length(tests) + 1]] <- data.frame(kind = kind, by = by,
      dispersion = summary(fit(quasi, "g"))$dispersion, deviance = test$Deviance[2],
      p_chance = test$`Pr(>Chi)`[2], p = wide$`Pr(>F)`[2])
  }
}
write(both, "groups"); write(do.call(rbind, tests), "between")
write(data.frame(name = c("theta", "lambda", "phi", "rate_phi", "raw"),
  value = c(theta, lambda, phi, winsorised(towns$rate_z), mean(towns$z^2))), "totals")

# Policies at equal context, those of most municipalities (by name, as all have as many) as base.
f <- factor(policy, levels = c("werk", "zorg", "samen")); size <- cut(persons, c(0, 300, 3000, 1e9))
towns$size <- c("klein", "midden", "groot")[as.integer(size)]
f <- relevel(f, names(sort(-table(f)))[1])
rows <- list()
for (kind in c("proportion", "rate")) {
  fit <- function(rhs) if (kind == "proportion")
    glm(as.formula(paste("cbind(events, persons - events) ~", rhs)), family = quasibinomial(),
        epsilon = 1e-14) else
    glm(as.formula(paste("visits ~ offset(log(years)) +", rhs)), family = quasipoisson(),
        epsilon = 1e-14)
  large <- fit("context + size + f")
  p <- anova(fit("context + size"), large, test = "F")$`Pr(>F)`[2]
  at_risk <- if (kind == "proportion") persons else years
  for (one in levels(f)) {
    all <- data.frame(context, size, f = factor(one, levels = levels(f)), years = 1)
    value <- weighted.mean(predict(large, all, type = "response"), at_risk)
    term <- summary(large)$coefficients
    row <- paste0("f", one)
    effect <- if (row %in% rownames(term)) term[row, 1:2] else c(0, 0)
    ends <- effect[1] + c(-1, 1) * qt(0.975, large$df.residual) * effect[2]
    rows[[length(rows) + 1]] <- data.frame(kind = kind, name = one, value = value,
      ratio = exp(effect[1]), low = exp(ends[1]), high = exp(ends[2]),
      dispersion = summary(large)$dispersion, p = p)
  }
}
write(do.call(rbind, rows), "adjusted"); write(towns, "towns")
