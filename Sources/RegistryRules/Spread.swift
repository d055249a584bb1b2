import Dispatch
import Synchronization

/// Does the same work for each element, on all processors; results stand in the elements' order.
///
/// Elements are taken in small runs, so that one long file does not keep the other processors waiting.
package func spread<Element: Sendable, Output: Sendable>(
    over elements: [Element],
    _ work: @Sendable (Element) -> Output
) -> [Output] {
    let run = 4
    let runs = (elements.count + run - 1) / run
    guard runs > 1 else { return elements.map(work) }
    let results = Mutex([[Output]](repeating: [], count: runs))
    DispatchQueue.concurrentPerform(iterations: runs) { index in
        let part = elements[index * run..<min((index + 1) * run, elements.count)].map(work)
        results.withLock { $0[index] = part }
    }
    return results.withLock { $0.flatMap { $0 } }
}
