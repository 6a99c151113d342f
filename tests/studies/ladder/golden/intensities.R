# Makes the csv files beside it: Rscript intensities.R. R is not needed to run the tests.
# Markov models in continuous time by msm: heart transplants (cav), psoriatic arthritis (psor), and
# a simulated ladder of four rungs. Of each: the data, and estimates with errors and intervals.
library(msm)
options(digits = 17)

neighbours <- function(rungs) {
  q <- matrix(0, rungs + 1, rungs + 1)
  for (r in seq_len(rungs)) {
    if (r > 1) q[r, r - 1] <- 0.1
    if (r < rungs) q[r, r + 1] <- 0.1
    q[r, rungs + 1] <- 0.05
  }
  q
}

set.seed(2010)
rungs <- 4
truth <- neighbours(rungs)
truth[truth > 0] <- c(0.35, 0.12, 0.3, 0.25, 0.2, 0.18, 0.05, 0.04, 0.08, 0.3)
diag(truth) <- -rowSums(truth)
persons <- 400
plan <- do.call(rbind, lapply(seq_len(persons), function(i)
  data.frame(subject = i, time = round(c(0, cumsum(rexp(6, 1.5) + 0.1)) * 365) / 365)))
drawn <- simmulti.msm(plan, truth, start = sample(1:4, persons, TRUE, c(.4, .3, .2, .1)),
                      death = rungs + 1)
ladder <- data.frame(person = drawn$subject, time = drawn$time, state = drawn$state)
# Who was registered last before the end and did not leave is still there then, rung unknown.
end <- 6
ladder <- ladder[ladder$time <= end, ]
last <- do.call(rbind, lapply(split(ladder, ladder$person), function(rows) tail(rows, 1)))
there <- last[last$state <= rungs & last$time < end, ]
there$time <- end
there$state <- 99
still <- rbind(ladder, there)
still <- still[order(still$person, still$time), ]

cav <- msm::cav; psor <- msm::psor
sets <- list(
  cav = list(data = setNames(cav[, c("PTNUM", "years", "state")], c("person", "time", "state")),
             q = neighbours(3), exact = TRUE),
  # Seen at visits only: the last state is a state like the others, that is never left.
  cav_seen = list(data = setNames(cav[, c("PTNUM", "years", "state")],
                                  c("person", "time", "state")), q = neighbours(3), exact = FALSE),
  psor = list(data = setNames(psor[, c("ptnum", "months", "state")], c("person", "time", "state")),
              q = rbind(c(0, .1, 0, 0), c(0, 0, .1, 0), c(0, 0, 0, .1), 0), exact = FALSE),
  ladder = list(data = ladder, q = neighbours(rungs), exact = TRUE),
  ladder_still = list(data = still, q = neighbours(rungs), exact = TRUE))

rates <- list(); times <- list(); fits <- list(); chances <- list()
for (name in names(sets)) {
  set <- sets[[name]]
  last <- nrow(set$q)
  arguments <- list(state ~ time, subject = quote(person), data = set$data, qmatrix = set$q,
                    gen.inits = FALSE, control = list(fnscale = 1000, reltol = 1e-16, maxit = 5000,
                                                      ndeps = rep(1e-5, sum(set$q > 0))))
  if (set$exact) arguments$deathexact <- last
  if (any(set$data$state == 99)) { arguments$censor <- 99; arguments$censor.states <- 1:(last - 1) }
  fit <- do.call(msm, arguments)
  se <- sqrt(diag(fit$covmat))
  positions <- which(t(set$q) > 0, arr.ind = TRUE)
  rates[[name]] <- data.frame(set = name, origin = positions[, 2], target = positions[, 1],
                              log_rate = unname(fit$estimates), se = unname(se))
  stay <- sojourn.msm(fit)
  until <- efpt.msm(fit, tostate = last, ci = "none")
  times[[name]] <- data.frame(set = name, rung = seq_len(last - 1), stay = stay$estimates,
                              stay_se = stay$SE, stay_low = stay$L, stay_high = stay$U,
                              until = unname(until[seq_len(last - 1)]))
  fits[[name]] <- data.frame(set = name, deviance = fit$minus2loglik)
  p <- unclass(pmatrix.msm(fit, t = 1.5))
  chances[[name]] <- data.frame(set = name, origin = c(row(p)), target = c(col(p)), chance = c(p))
}
save <- function(frame, file) write.csv(frame, file, row.names = FALSE, quote = FALSE)
save(do.call(rbind, rates), "rates.csv")
save(do.call(rbind, times), "times.csv")
save(do.call(rbind, fits), "fits.csv")
save(do.call(rbind, chances), "chances.csv")
for (name in c("cav", "psor", "ladder_still"))
  save(sets[[name]]$data, paste0("data_", name, ".csv"))
